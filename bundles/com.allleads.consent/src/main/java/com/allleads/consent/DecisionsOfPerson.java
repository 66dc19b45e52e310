package com.allleads.consent;

import com.allleads.api.consent.Decision;
import com.allleads.api.person.PersonId;
import com.allleads.api.vault.PersonalRecords;
import com.allleads.consent.decisions.Decisions;
import com.allleads.consent.decisions.ShownTexts;
import com.allleads.consent.gpc.Sightings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What consent holds about a person: every decision with the words that they saw. */
@Component(service = PersonalRecords.class)
public final class DecisionsOfPerson implements PersonalRecords {

    private final Decisions decisions;
    private final ShownTexts texts;
    private final Sightings sightings;

    @Activate
    public DecisionsOfPerson(
            @Reference Decisions decisions, @Reference ShownTexts texts, @Reference Sightings sightings) {
        this.decisions = decisions;
        this.sightings = sightings;
        this.texts = texts;
    }

    @Override
    public String capability() {
        return "consent";
    }

    @Override
    public Map<String, Object> heldAbout(PersonId person) {
        Map<String, String> wordings = texts.all();
        Map<String, Object> held = new LinkedHashMap<>();
        held.put(
                "decisions",
                decisions.all(person).stream()
                        .map(decision -> plain(decision, wordings))
                        .toList());
        sightings
                .of(person)
                .ifPresent(
                        seen -> held.put("optOutSignal", Map.of("firstSeen", seen.first(), "lastSeen", seen.last())));
        return held;
    }

    private static Map<String, Object> plain(Decision decision, Map<String, String> wordings) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("purpose", decision.purpose());
        plain.put("granted", decision.granted());
        plain.put("text", wordings.getOrDefault(decision.textDigest(), ""));
        plain.put("textDigest", decision.textDigest());
        plain.put("point", decision.occasion().point());
        plain.put("language", decision.occasion().language());
        plain.put("signal", decision.occasion().signal());
        plain.put("confirmed", decision.occasion().confirmed());
        plain.put("decidedAt", decision.decidedAt());
        plain.put("receipt", decision.receipt());
        return plain;
    }
}
