package com.allleads.billing.pages;

import com.allleads.api.person.PersonId;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Problem;
import com.allleads.billing.cards.Cards;
import com.allleads.billing.topups.TopUp;
import com.allleads.billing.topups.TopUps;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One top-up: what is known of it at this moment, in words. */
@Component(service = Page.class)
public final class TopUpPage implements Page {

    static final String PATH = "/account/top-up";

    private final TopUps topUps;
    private final Cards cards;

    @Activate
    public TopUpPage(@Reference TopUps topUps, @Reference Cards cards) {
        this.topUps = topUps;
        this.cards = cards;
    }

    @Override
    public PageInfo info() {
        return PageInfo.hidden(PATH, "top-up.title", Access.Role.PERSON);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        PersonId person = request.caller().requirePerson();
        TopUp topUp = request.parameter("id")
                .flatMap(id -> topUps.find(person, id))
                .orElseThrow(() -> Problem.notFound("A top-up with this id").exception());
        return PageAnswer.show(
                TopUpPage.class,
                "top-up.ftl",
                Map.of(
                        "topUp",
                        ShownTopUp.of(topUp, cards.of(person)),
                        "settled",
                        topUp.status().isFinal()));
    }
}
