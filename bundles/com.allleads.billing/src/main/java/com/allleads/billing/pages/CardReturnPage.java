package com.allleads.billing.pages;

import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Problem;
import com.allleads.billing.cards.CardSetup;
import com.allleads.billing.cards.CardSetups;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Where a browser comes back from a processor's page, perhaps without a session. What stands in the address finishes that one
 * set-up and shows nothing of the person or the card.
 */
@Component(service = Page.class)
public final class CardReturnPage implements Page {

    private final CardSetups setups;

    @Activate
    public CardReturnPage(@Reference CardSetups setups) {
        this.setups = setups;
    }

    @Override
    public PageInfo info() {
        return PageInfo.hidden(CardSetups.RETURN_PATH, "card-return.title", Access.Role.PUBLIC);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        String id = request.parameter(CardSetups.RETURN_ID)
                .filter(given -> given.matches("[A-Za-z0-9_-]{43}"))
                .orElse("");
        CardSetup setup = setups.returned(id).orElseThrow(() -> Problem.notFound("A card that is being added")
                .exception());
        boolean turnedBack = request.parameter(CardSetups.TURNED_BACK).isPresent();
        Map<String, Object> model = new HashMap<>();
        model.put("id", id);
        model.put(
                "state", setup.isOpen() && turnedBack ? "LEFT" : setup.status().name());
        model.put("reason", setup.reason());
        model.put("signedIn", request.caller().person().isPresent());
        return PageAnswer.show(CardReturnPage.class, "card-return.ftl", model);
    }
}
