package com.allleads.audit;

import com.allleads.api.person.PersonId;
import com.allleads.api.vault.PersonalRecords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What operators did about a person, for the person. */
@Component(service = PersonalRecords.class)
public final class ActsAboutPerson implements PersonalRecords {

    private static final int MOST = 1_000;

    private final Trail trail;
    private final Reasons reasons;

    @Activate
    public ActsAboutPerson(@Reference Trail trail, @Reference Reasons reasons) {
        this.trail = trail;
        this.reasons = reasons;
    }

    @Override
    public String capability() {
        return "audit";
    }

    @Override
    public Map<String, Object> heldAbout(PersonId person) {
        ActFilter filter = new ActFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(person.toString()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        List<Map<String, Object>> acts = trail.acts(filter, MOST, Optional.empty()).stream()
                .map(joined -> RecordedAct.of(joined, reasons.open(joined.entry())))
                .map(ActsAboutPerson::plain)
                .toList();
        return Map.of("operatorActs", acts);
    }

    private static Map<String, Object> plain(RecordedAct act) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("at", act.at());
        plain.put("action", act.action());
        plain.put("operator", act.operator());
        act.reason().ifPresent(reason -> plain.put("reason", reason));
        plain.put("outcome", act.state().name());
        return plain;
    }
}
