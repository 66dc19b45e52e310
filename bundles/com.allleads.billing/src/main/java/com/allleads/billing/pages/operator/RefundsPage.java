package com.allleads.billing.pages.operator;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.audit.Subject;
import com.allleads.api.person.Slice;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.ProblemException;
import com.allleads.billing.BillingSettings;
import com.allleads.billing.OperatorActs;
import com.allleads.billing.pages.EnteredAmount;
import com.allleads.billing.pages.Positions;
import com.allleads.billing.refunds.Refund;
import com.allleads.billing.refunds.RefundOrder;
import com.allleads.billing.refunds.Refunds;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Refunds, newest first, and the form by which one is made. */
@Component(
        service = Page.class,
        property = {"allleads.command=allleads:refunds", "allleads.command=allleads:refund"})
public final class RefundsPage implements Page {

    private static final String PATH = "/operator/refunds";
    private static final int PER_PAGE = 50;

    private final Refunds refunds;
    private final BillingSettings settings;
    private final OperatorActs acts;

    @Activate
    public RefundsPage(@Reference Refunds refunds, @Reference BillingSettings settings, @Reference OperatorActs acts) {
        this.refunds = refunds;
        this.settings = settings;
        this.acts = acts;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "refunds.title", Access.Role.VIEWER, "refunds.menu", 220);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        if (!request.submitted()) {
            Form form = Form.filled(request.parameter("person")
                    .map(person -> Map.of("person", person))
                    .orElse(Map.of()));
            return PageAnswer.show(RefundsPage.class, "refunds.ftl", model(form, Positions.cursor(request)));
        }
        try {
            Refund made = make(request);
            return PageAnswer.goTo(PATH, "refund.made", made.amount());
        } catch (ProblemException refused) {
            Form form = Form.entered(request).refused(refused.problem()).again();
            return PageAnswer.showInvalid(RefundsPage.class, "refunds.ftl", model(form, Optional.empty()));
        }
    }

    private Refund make(PageRequest request) {
        Money amount = EnteredAmount.of(request.parameter("amount").orElse(""), settings.currency());
        RefundOrder order = RefundOrder.checked(
                request.parameter("person").orElse(""),
                amount,
                request.parameter("reason").orElse(""),
                request.caller().getName(),
                request.submission("person", "amount", "reason"));
        return acts.perform(
                OperatorAct.byPage(request.caller(), "refund")
                        .on(Subject.PERSON, order.person().toString())
                        .because(order.reason()),
                () -> refunds.refund(order).orRefuse());
    }

    private Map<String, Object> model(Form form, Optional<Long> before) {
        Slice<ShownRefund> part = refunds.all(PER_PAGE, before).map(ShownRefund::of);
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("currency", settings.currency().getCode());
        model.put("refunds", part.items());
        model.put("next", part.next());
        return model;
    }

    /**
     * A refund as operators see it.
     *
     * @param person the identifier of whose money it is
     * @param amount how much is to go back
     * @param refunded how much is on its way
     * @param status what is known of it
     * @param reason why
     * @param requester by whom
     * @param madeAt when
     */
    public record ShownRefund(
            String person,
            Money amount,
            Money refunded,
            String status,
            String reason,
            String requester,
            Instant madeAt) {

        static ShownRefund of(Refund refund) {
            Refund.Standing standing = refund.standing();
            return new ShownRefund(
                    refund.person().toString(),
                    refund.amount(),
                    standing.refunded(),
                    standing.status().name(),
                    refund.reason(),
                    refund.requester(),
                    refund.madeAt());
        }
    }
}
