package com.allleads.vault.rights;

import com.allleads.api.person.PersonId;
import com.allleads.api.vault.PersonalRecords;
import com.allleads.vault.corrections.Corrections;
import com.allleads.vault.corrections.Corrections.Correction;
import com.allleads.vault.persons.Persons;
import com.allleads.vault.persons.Values;
import com.allleads.vault.persons.Values.Collected;
import com.allleads.vault.rights.Requests.Request;
import com.allleads.vault.uses.UseHistory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the vault holds about a person besides the values themselves: where and when each was collected. */
@Component(service = PersonalRecords.class)
public final class VaultRecords implements PersonalRecords {

    private final Persons persons;
    private final Values values;
    private final UseHistory history;
    private final Corrections corrections;
    private final Requests requests;

    @Activate
    public VaultRecords(
            @Reference Persons persons,
            @Reference Values values,
            @Reference UseHistory history,
            @Reference Corrections corrections,
            @Reference Requests requests) {
        this.corrections = corrections;
        this.requests = requests;
        this.persons = persons;
        this.values = values;
        this.history = history;
    }

    @Override
    public String capability() {
        return "vault";
    }

    @Override
    public Map<String, Object> heldAbout(PersonId person) {
        Map<String, Object> held = new LinkedHashMap<>();
        held.put("person", person.toString());
        persons.enrolledAt(person).ifPresent(at -> held.put("enrolledAt", at));
        held.put(
                "collected",
                values.collected(person).stream().map(VaultRecords::plain).toList());
        held.put(
                "corrections",
                corrections.of(person).stream().map(VaultRecords::plain).toList());
        held.put(
                "requests",
                requests.of(person).stream().map(VaultRecords::plain).toList());
        held.put("usesWrittenDown", history.count(person));
        return held;
    }

    private static Map<String, Object> plain(Correction correction) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("field", correction.field());
        plain.put("at", correction.at());
        plain.put("removed", correction.removed());
        plain.put("wrongValueReceivedBy", correction.recipients());
        return plain;
    }

    private static Map<String, Object> plain(Request request) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("kind", request.kind().name().toLowerCase(Locale.ROOT));
        plain.put("receivedAt", request.receivedAt());
        request.answeredAt().ifPresent(at -> plain.put("answeredAt", at));
        return plain;
    }

    private static Map<String, Object> plain(Collected collected) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("field", collected.field());
        plain.put("point", collected.point());
        plain.put("at", collected.at());
        return plain;
    }
}
