package com.allleads.billing.pages.operator;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Problem;
import com.allleads.billing.OperatorActs;
import com.allleads.billing.processors.Processors;
import com.allleads.billing.topups.TopUp;
import com.allleads.billing.topups.TopUps;
import java.time.Clock;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One payment with all that is known of it; one that is not decided can be asked about at once. */
@Component(service = Page.class, property = "allleads.command=allleads:payment-ask")
public final class PaymentPage implements Page {

    private static final String PATH = "/operator/payment";

    private final TopUps topUps;
    private final Processors processors;
    private final OperatorActs acts;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public PaymentPage(@Reference TopUps topUps, @Reference Processors processors, @Reference OperatorActs acts) {
        this.topUps = topUps;
        this.processors = processors;
        this.acts = acts;
    }

    @Override
    public PageInfo info() {
        return PageInfo.hidden(PATH, "payment.title", Access.Role.VIEWER);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        TopUp topUp = request.parameter("id")
                .flatMap(topUps::find)
                .orElseThrow(() -> Problem.notFound("A payment with this id").exception());
        if (request.submitted()) {
            String said = acts.perform(
                    OperatorAct.byPage(request.caller(), "payment-ask").on("payment", topUp.id()),
                    () -> topUps.askSoon(topUp.id()) ? "payment.asked" : "payment.known");
            return PageAnswer.goTo(PATH + "?id=" + topUp.id(), said);
        }
        boolean reachable = processors.reachable(topUp.processor()).isPresent();
        return PageAnswer.show(
                PaymentPage.class,
                "payment.ftl",
                Map.of(
                        "payment",
                        ShownPayment.of(topUp, reachable, clock.instant()),
                        "givenUp",
                        topUps.givenUp(topUp.id())));
    }
}
