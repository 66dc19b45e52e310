package com.allleads.policy.acceptance;

import com.allleads.api.person.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tables of who accepted which version, and to whom a page showed it. Append-only; the first time counts. */
@Component(service = Acceptances.class)
public final class Acceptances {

    /** As many people as one query asks about. */
    private static final int CHUNK = 500;

    private final Jdbi jdbi;

    @Activate
    public Acceptances(@Reference(target = "(schema=com.allleads.policy)") Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Notes that a person accepted a version, unless they did before. */
    public Acceptance accept(PersonId person, int version, String language, Instant at) {
        try {
            if (of(person).stream().noneMatch(acceptance -> acceptance.version() == version)) {
                jdbi.useHandle(handle -> handle.createUpdate(
                                "INSERT INTO policy_acceptance (person, version, accepted_at, language)"
                                        + " VALUES (:person, :version, :at, :language)")
                        .bind("person", person.toString())
                        .bind("version", version)
                        .bind("at", at.toEpochMilli())
                        .bind("language", language)
                        .execute());
            }
        } catch (UnableToExecuteStatementException e) {
            // Another request of the same person may have been faster.
        }
        return of(person).stream()
                .filter(acceptance -> acceptance.version() == version)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("an acceptance was not stored"));
    }

    /** Notes that a page showed a person a version, unless it is noted already. */
    void shown(PersonId person, int version, Instant at) {
        if (shown(List.of(person), version).isEmpty()) {
            try {
                jdbi.useHandle(handle -> handle.createUpdate(
                                "INSERT INTO policy_shown (person, version, shown_at) VALUES (:person, :version, :at)")
                        .bind("person", person.toString())
                        .bind("version", version)
                        .bind("at", at.toEpochMilli())
                        .execute());
            } catch (UnableToExecuteStatementException e) {
                // Another request of the same person may have been faster.
                if (shown(List.of(person), version).isEmpty()) {
                    throw e;
                }
            }
        }
    }

    /** What a person accepted, oldest first. */
    public List<Acceptance> of(PersonId person) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT version, accepted_at, language FROM policy_acceptance"
                                + " WHERE person = :person ORDER BY version")
                        .bind("person", person.toString())
                        .map((row, context) -> new Acceptance(
                                row.getInt("version"),
                                Instant.ofEpochMilli(row.getLong("accepted_at")),
                                row.getString("language")))
                        .list());
    }

    /** The latest version that each of the people accepted; those who accepted none are left out. */
    Map<PersonId, Integer> latest(Collection<PersonId> people) {
        Map<PersonId, Integer> latest = new HashMap<>();
        for (List<String> some : chunks(people)) {
            jdbi.useHandle(handle -> handle.createQuery("SELECT person, MAX(version) AS latest FROM policy_acceptance"
                            + " WHERE person IN (<people>) GROUP BY person")
                    .bindList("people", some)
                    .map((row, context) -> Map.entry(PersonId.parse(row.getString("person")), row.getInt("latest")))
                    .forEach(entry -> latest.put(entry.getKey(), entry.getValue())));
        }
        return latest;
    }

    /** Those among the people to whom a page showed this version or a later one. */
    Set<PersonId> shown(Collection<PersonId> people, int version) {
        Set<PersonId> shown = new HashSet<>();
        for (List<String> some : chunks(people)) {
            jdbi.useHandle(handle -> handle.createQuery(
                            "SELECT person FROM policy_shown WHERE person IN (<people>) AND version >= :version")
                    .bindList("people", some)
                    .bind("version", version)
                    .mapTo(String.class)
                    .forEach(person -> shown.add(PersonId.parse(person))));
        }
        return shown;
    }

    private static List<List<String>> chunks(Collection<PersonId> people) {
        List<String> all = people.stream().map(PersonId::toString).toList();
        List<List<String>> chunks = new ArrayList<>();
        for (int i = 0; i < all.size(); i += CHUNK) {
            chunks.add(all.subList(i, Math.min(i + CHUNK, all.size())));
        }
        return chunks;
    }

    /**
     * That somebody accepted a version.
     *
     * @param version which
     * @param acceptedAt when
     * @param language in which language they read it
     */
    public record Acceptance(int version, Instant acceptedAt, String language) {}
}
