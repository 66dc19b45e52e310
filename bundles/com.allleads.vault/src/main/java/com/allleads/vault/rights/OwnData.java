package com.allleads.vault.rights;

import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.rest.Problem;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.PersonalRecords;
import com.allleads.api.vault.Recipient;
import com.allleads.api.vault.Reveal;
import com.allleads.api.vault.Vault;
import com.allleads.vault.persons.Values;
import com.allleads.vault.persons.Values.Collected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that is held about a person, from every capability that is installed. All of it or nothing: a part that cannot
 * be read at the moment is not left out in silence.
 */
@Component(service = OwnData.class)
public final class OwnData {

    private static final Logger LOG = LoggerFactory.getLogger(OwnData.class);
    private static final String PROFILE = "profile";

    private final Vault vault;
    private final Values values;
    private final Requests requests;
    private final Absences absences;
    private final List<PersonalRecords> sources = new CopyOnWriteArrayList<>();

    @Activate
    public OwnData(
            @Reference Vault vault,
            @Reference Values values,
            @Reference Requests requests,
            @Reference Absences absences) {
        this.absences = absences;
        this.requests = requests;
        this.vault = vault;
        this.values = values;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(PersonalRecords source) {
        sources.add(source);
    }

    public void remove(PersonalRecords source) {
        sources.remove(source);
    }

    /**
     * Everything, by capability; the person's own fields under {@code profile}. It is a request to know, which is open until
     * everything could be read.
     */
    public Map<String, Object> of(PersonId person) {
        requests.received(person, Requests.Kind.KNOW);
        Map<String, Object> everything = read(person);
        requests.answered(person, Requests.Kind.KNOW);
        return everything;
    }

    private Map<String, Object> read(PersonId person) {
        Set<String> absent = absences.now();
        if (!absent.isEmpty()) {
            throw Problem.unavailable("What " + String.join(", ", absent)
                            + " holds about you cannot be read at the moment, and nothing is left out; try again.")
                    .exception();
        }
        Map<String, Object> everything = new LinkedHashMap<>();
        everything.put(PROFILE, profile(person));
        Map<String, Map<String, Object>> byCapability = new TreeMap<>();
        for (PersonalRecords source : sources) {
            byCapability
                    .computeIfAbsent(source.capability(), capability -> new LinkedHashMap<>())
                    .putAll(records(source, person));
        }
        byCapability.forEach((capability, records) -> everything.merge(capability, records, OwnData::union));
        return everything;
    }

    private Map<String, Object> profile(PersonId person) {
        Set<Field> held = values.collected(person).stream()
                .map(Collected::field)
                .map(Field::new)
                .collect(Collectors.toSet());
        if (held.isEmpty()) {
            return Map.of();
        }
        Reveal reveal = vault.reveal(person, held, Purpose.RIGHTS, Recipient.THE_PERSON);
        if (reveal instanceof Reveal.Revealed revealed) {
            return nested(new TreeMap<>(revealed.values()));
        }
        throw Problem.unavailable("Your data cannot be read at the moment.").exception();
    }

    private static Map<String, Object> records(PersonalRecords source, PersonId person) {
        try {
            return source.heldAbout(person);
        } catch (RuntimeException e) {
            LOG.warn("What {} holds about a person could not be read", source.capability(), e);
            throw Problem.unavailable("What " + source.capability() + " holds cannot be read at the moment; try again.")
                    .exception();
        }
    }

    /** {@code address.city} becomes a member of {@code address}. */
    private static Map<String, Object> nested(Map<Field, String> values) {
        Map<String, Object> root = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            Map<String, Object> place = root;
            String[] parts = field.name().split("\\.", -1);
            for (int i = 0; i < parts.length - 1; i++) {
                place = child(place, parts[i]);
            }
            place.put(parts[parts.length - 1], value);
        });
        return root;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> child(Map<String, Object> parent, String name) {
        return (Map<String, Object>) parent.computeIfAbsent(name, absent -> new LinkedHashMap<String, Object>());
    }

    @SuppressWarnings("unchecked")
    private static Object union(Object first, Object second) {
        Map<String, Object> both = new LinkedHashMap<>((Map<String, Object>) first);
        both.putAll((Map<String, Object>) second);
        return both;
    }
}
