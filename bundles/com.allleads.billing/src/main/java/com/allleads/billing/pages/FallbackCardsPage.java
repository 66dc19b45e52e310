package com.allleads.billing.pages;

import com.allleads.api.person.PersonId;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.ProblemException;
import com.allleads.billing.cards.Card;
import com.allleads.billing.cards.Cards;
import com.allleads.billing.cards.FallbackCards;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which cards are charged where nothing was attempted with another one. */
@Component(service = Page.class)
public final class FallbackCardsPage implements Page {

    static final String PATH = "/account/fallback-cards";

    private static final String FIELD = "card-";

    private final FallbackCards fallbacks;
    private final Cards cards;

    @Activate
    public FallbackCardsPage(@Reference FallbackCards fallbacks, @Reference Cards cards) {
        this.fallbacks = fallbacks;
        this.cards = cards;
    }

    @Override
    public PageInfo info() {
        return PageInfo.hidden(PATH, "fallback.title", Access.Role.PERSON);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        PersonId person = request.caller().requirePerson();
        if (!request.submitted()) {
            return PageAnswer.show(FallbackCardsPage.class, "fallback-cards.ftl", model(person, filled(person)));
        }
        if (request.parameter("end").isPresent()) {
            fallbacks.set(person, List.of());
            return PageAnswer.goTo(PATH, "fallback.ended");
        }
        List<String> wanted = IntStream.rangeClosed(1, FallbackCards.MOST)
                .mapToObj(place -> request.parameter(FIELD + place))
                .flatMap(Optional::stream)
                .filter(id -> !id.isEmpty())
                .toList();
        try {
            new FieldErrors()
                    .require(!wanted.isEmpty(), FIELD + 1, "must be one of your cards")
                    .refuse();
            fallbacks.set(person, wanted);
            return PageAnswer.goTo(PATH, "fallback.set");
        } catch (ProblemException refused) {
            Form form = Form.entered(request).refused(refused.problem());
            return PageAnswer.showInvalid(FallbackCardsPage.class, "fallback-cards.ftl", model(person, form));
        }
    }

    private Form filled(PersonId person) {
        List<Card> named = fallbacks.of(person);
        Map<String, String> values = new HashMap<>();
        IntStream.range(0, named.size())
                .forEach(place ->
                        values.put(FIELD + (place + 1), named.get(place).id()));
        return Form.filled(values);
    }

    private Map<String, Object> model(PersonId person, Form form) {
        List<Card> own = cards.of(person);
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("named", !fallbacks.of(person).isEmpty());
        model.put(
                "places",
                IntStream.rangeClosed(1, Math.min(FallbackCards.MOST, own.size()))
                        .boxed()
                        .toList());
        model.put(
                "cards",
                own.stream()
                        .map(card -> new BalancePage.CardOption(
                                card.id(), ShownTopUp.label(card) + " (" + card.processor() + ")"))
                        .toList());
        return model;
    }
}
