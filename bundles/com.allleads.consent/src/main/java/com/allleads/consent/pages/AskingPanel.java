package com.allleads.consent.pages;

import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.portal.Panel;
import com.allleads.consent.asking.AskingRules;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks a person at their start page about choices that they have not made, no more often than the rules allow. */
@Component(service = Panel.class)
public final class AskingPanel implements Panel {

    private final AskingRules rules;

    @Activate
    public AskingPanel(@Reference AskingRules rules) {
        this.rules = rules;
    }

    @Override
    public Info info() {
        return Info.forPeople("asking.title", 90, ChoicesPage.PATH);
    }

    @Override
    public PageAnswer.Show show(PageRequest request) {
        PersonId person = request.caller().requirePerson();
        List<Purpose> due = rules.due(person, request.optedOut());
        rules.asks(person, due);
        return PageAnswer.show(AskingPanel.class, "asking.ftl", Map.of("due", due, "empty", due.isEmpty()));
    }
}
