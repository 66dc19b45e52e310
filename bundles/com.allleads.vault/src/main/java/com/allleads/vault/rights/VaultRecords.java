package com.allleads.vault.rights;

import com.allleads.api.person.PersonId;
import com.allleads.api.vault.PersonalRecords;
import com.allleads.vault.persons.Persons;
import com.allleads.vault.persons.Values;
import com.allleads.vault.persons.Values.Collected;
import com.allleads.vault.uses.UseHistory;
import java.util.LinkedHashMap;
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

    @Activate
    public VaultRecords(@Reference Persons persons, @Reference Values values, @Reference UseHistory history) {
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
        held.put("usesWrittenDown", history.count(person));
        return held;
    }

    private static Map<String, Object> plain(Collected collected) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("field", collected.field());
        plain.put("point", collected.point());
        plain.put("at", collected.at());
        return plain;
    }
}
