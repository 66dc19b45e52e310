package com.allleads.catalog.pages.operator;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.catalog.Service;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;
import com.allleads.catalog.Offers;
import com.allleads.catalog.OperatorActs;
import java.math.BigDecimal;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is for sale, and how that changes. */
@Component(
        service = Page.class,
        property = {
            "allleads.command=allleads:services",
            "allleads.command=allleads:service-set",
            "allleads.command=allleads:service-withdraw"
        })
public final class OfferedServicesPage implements Page {

    private static final String PATH = "/operator/services";

    private final Offers offers;
    private final OperatorActs acts;

    @Activate
    public OfferedServicesPage(@Reference Offers offers, @Reference OperatorActs acts) {
        this.offers = offers;
        this.acts = acts;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "services.title", Access.Role.VIEWER, "services.menu", 320);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        if (!request.submitted()) {
            return PageAnswer.show(OfferedServicesPage.class, "services.ftl", model(Form.blank()));
        }
        return request.parameter("withdraw")
                .map(id -> withdraw(id, request.caller()))
                .orElseGet(() -> offer(request));
    }

    private PageAnswer withdraw(String id, Caller caller) {
        return acts.perform(OperatorAct.byPage(caller, "service-withdraw").on("service", id), () -> {
            if (!offers.withdraw(id)) {
                throw Problem.notFound("A service with this id").exception();
            }
            return PageAnswer.goTo(PATH, "services.withdrawn", id);
        });
    }

    private PageAnswer offer(PageRequest request) {
        try {
            Service service = new Service(
                    request.parameter("id").orElse(""),
                    request.parameter("name").orElse(""),
                    price(request.parameter("price").orElse("")),
                    request.parameter("deliveryDays").map(OfferedServicesPage::days));
            return acts.perform(
                    OperatorAct.byPage(request.caller(), "service-set").on("service", service.id()), () -> {
                        offers.offer(service);
                        return PageAnswer.goTo(PATH, "services.is-set", service.id(), service.price());
                    });
        } catch (ProblemException refused) {
            Form form = Form.entered(request).refused(refused.problem());
            return PageAnswer.showInvalid(OfferedServicesPage.class, "services.ftl", model(form));
        }
    }

    /** Zero where it is no number, which no service accepts. */
    private static int days(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }

    private Money price(String text) {
        CurrencyUnit currency = offers.currency()
                .orElseThrow(() -> Problem.unavailable("Billing is not there to say in which currency people pay.")
                        .exception());
        try {
            return Money.of(currency, new BigDecimal(text));
        } catch (NumberFormatException | ArithmeticException e) {
            throw Problem.invalid("price", "must be a price, as in 9.90").exception();
        }
    }

    private Map<String, Object> model(Form form) {
        return Map.of("form", form, "services", offers.services());
    }
}
