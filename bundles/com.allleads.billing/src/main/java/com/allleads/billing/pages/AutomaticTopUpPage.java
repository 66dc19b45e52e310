package com.allleads.billing.pages;

import com.allleads.api.person.PersonId;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.ProblemException;
import com.allleads.billing.BillingSettings;
import com.allleads.billing.automatic.AutomaticTopUp;
import com.allleads.billing.automatic.AutomaticTopUps;
import com.allleads.billing.cards.Cards;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How a person's balance is topped up by itself. */
@Component(service = Page.class)
public final class AutomaticTopUpPage implements Page {

    static final String PATH = "/account/automatic-top-up";

    private final AutomaticTopUps automatic;
    private final Cards cards;
    private final BillingSettings settings;

    @Activate
    public AutomaticTopUpPage(
            @Reference AutomaticTopUps automatic, @Reference Cards cards, @Reference BillingSettings settings) {
        this.automatic = automatic;
        this.cards = cards;
        this.settings = settings;
    }

    @Override
    public PageInfo info() {
        return PageInfo.hidden(PATH, "automatic.title", Access.Role.PERSON);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        PersonId person = request.caller().requirePerson();
        if (!request.submitted()) {
            return PageAnswer.show(AutomaticTopUpPage.class, "automatic.ftl", model(person, filled(person)));
        }
        if (request.parameter("end").isPresent()) {
            automatic.remove(person);
            return PageAnswer.goTo(PATH, "automatic.ended");
        }
        try {
            automatic.set(
                    person,
                    request.parameter("card").orElse(""),
                    EnteredAmount.of("threshold", request.parameter("threshold").orElse(""), settings.currency()),
                    EnteredAmount.of(request.parameter("amount").orElse(""), settings.currency()));
            return PageAnswer.goTo(PATH, "automatic.set");
        } catch (ProblemException refused) {
            Form form = Form.entered(request).refused(refused.problem());
            return PageAnswer.showInvalid(AutomaticTopUpPage.class, "automatic.ftl", model(person, form));
        }
    }

    private Form filled(PersonId person) {
        return automatic
                .find(person)
                .map(set -> Form.filled(Map.of(
                        "card",
                        set.card(),
                        "threshold",
                        set.threshold().getAmount().toPlainString(),
                        "amount",
                        set.amount().getAmount().toPlainString())))
                .orElseGet(Form::blank);
    }

    private Map<String, Object> model(PersonId person, Form form) {
        Optional<AutomaticTopUp> set = automatic.find(person);
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("set", set);
        model.put("currency", settings.currency().getCode());
        model.put("least", settings.current().topUpLeast());
        model.put("most", settings.current().topUpMost());
        model.put(
                "cards",
                cards.of(person).stream()
                        .map(card -> new BalancePage.CardOption(card.id(), ShownTopUp.label(card)))
                        .toList());
        return model;
    }
}
