package com.allleads.billing.pages;

import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.billing.cards.Cards;
import com.allleads.billing.topups.TopUp;
import com.allleads.billing.topups.TopUps;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All top-ups of a person, newest first. */
@Component(service = Page.class)
public final class TopUpsPage implements Page {

    private static final int PER_PAGE = 25;

    private final TopUps topUps;
    private final Cards cards;

    @Activate
    public TopUpsPage(@Reference TopUps topUps, @Reference Cards cards) {
        this.topUps = topUps;
        this.cards = cards;
    }

    @Override
    public PageInfo info() {
        return PageInfo.hidden("/account/top-ups", "top-ups.title", Access.Role.PERSON);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        PersonId person = request.caller().requirePerson();
        Slice<TopUp> part = topUps.of(person, PER_PAGE, Positions.cursor(request));
        Map<String, Object> model = new HashMap<>();
        model.put("topUps", ShownTopUp.all(part.items(), cards.of(person)));
        model.put("next", part.next());
        return PageAnswer.show(TopUpsPage.class, "top-ups.ftl", model);
    }
}
