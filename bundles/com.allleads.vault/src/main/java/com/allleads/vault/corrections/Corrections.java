package com.allleads.vault.corrections;

import com.allleads.api.person.PersonId;
import com.allleads.api.vault.Field;
import com.allleads.vault.uses.OutsideReceipts;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The table of corrections: which field of whom was corrected when, never the values. With it stand the outside parties that
 * had received the wrong value. A party is told when it receives the field anew, as whoever delivers messages does with
 * the next one; for one that does not, an operator tells it and notes so. The platform's own capabilities keep no copies and
 * need not be told.
 */
@Component(service = Corrections.class)
public final class Corrections {

    /** Within this time whoever received a wrong value is told. */
    public static final Duration TOLD_WITHIN = Duration.ofDays(30);

    private static final String IS_LATEST = "NOT EXISTS (SELECT 1 FROM vault_correction l WHERE l.person = c.person"
            + " AND l.field = c.field AND l.id > c.id)";

    private static final String NOT_TOLD =
            "n.told_at IS NULL AND p.erased_at IS NULL AND NOT EXISTS (SELECT 1 FROM vault_use u"
                    + " JOIN vault_use_terms t ON t.id = u.terms WHERE u.person = c.person AND u.used_at > c.corrected_at"
                    + " AND t.recipient_kind = 'OUTSIDE' AND t.recipient_name = n.recipient"
                    + " AND ',' || t.fields || ',' LIKE '%,' || c.field || ',%')";

    private static final String NOTICES = "SELECT n.id, c.person, c.field, n.recipient, c.corrected_at"
            + " FROM vault_correction_notice n JOIN vault_correction c ON c.id = n.correction"
            + " JOIN vault_person p ON p.person = c.person WHERE " + NOT_TOLD;

    private static final RowMapper<Notice> NOTICE = (row, context) -> new Notice(
            row.getLong("id"),
            PersonId.parse(row.getString("person")),
            row.getString("field"),
            row.getString("recipient"),
            Instant.ofEpochMilli(row.getLong("corrected_at")));

    private final Jdbi jdbi;
    private final OutsideReceipts receipts;

    @Activate
    public Corrections(
            @Reference(target = "(&(schema=com.allleads.vault)(datasource=allleads))") Jdbi jdbi,
            @Reference OutsideReceipts receipts) {
        this.jdbi = jdbi;
        this.receipts = receipts;
    }

    /**
     * Notes corrections, and whom they concern, in the caller's transaction; the person's row is locked.
     *
     * @param changed the fields, with whether each is removed
     * @param held since when each field that was held before has had its wrong value
     */
    public void note(PersonId person, Map<Field, Boolean> changed, Map<Field, Instant> held, Instant at) {
        jdbi.useHandle(handle -> changed.forEach((field, removed) -> {
            handle.createUpdate("INSERT INTO vault_correction (person, field, corrected_at, removed)"
                            + " VALUES (:person, :field, :at, :removed)")
                    .bind("person", person.toString())
                    .bind("field", field.name())
                    .bind("at", at.toEpochMilli())
                    .bind("removed", removed)
                    .execute();
            Optional.ofNullable(held.get(field))
                    .map(since -> receipts.of(person, field, since))
                    .ifPresent(recipients -> owe(handle, person, field, recipients));
        }));
    }

    /** How many corrections there are. */
    public long count() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM vault_correction")
                .mapTo(Long.class)
                .one());
    }

    /** How many fields do not hold what they were last corrected to: an older value, none, or one that was removed. */
    public long notApplied() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM vault_correction c"
                        + " JOIN vault_person p ON p.person = c.person AND p.erased_at IS NULL"
                        + " LEFT JOIN vault_value v ON v.person = c.person AND v.field = c.field WHERE " + IS_LATEST
                        + " AND ((c.removed = FALSE AND (v.person IS NULL OR v.written_at < c.corrected_at))"
                        + " OR (c.removed = TRUE AND v.person IS NOT NULL))")
                .mapTo(Long.class)
                .one());
    }

    /** A page of those whose field was ever corrected and who were not erased, by id. */
    public List<PersonId> corrected(Field field, Optional<PersonId> after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT DISTINCT c.person FROM vault_correction c"
                        + " JOIN vault_person p ON p.person = c.person AND p.erased_at IS NULL WHERE c.field = :field"
                        + " AND c.person > :after ORDER BY c.person FETCH FIRST " + limit + " ROWS ONLY")
                .bind("field", field.name())
                .bind("after", after.map(PersonId::toString).orElse(""))
                .map((row, context) -> PersonId.parse(row.getString("person")))
                .list());
    }

    /** Who is still to be told of what, oldest first. */
    public List<Notice> open(int limit) {
        return jdbi.withHandle(
                handle -> handle.createQuery(NOTICES + " ORDER BY n.id FETCH FIRST " + limit + " ROWS ONLY")
                        .map(NOTICE)
                        .list());
    }

    /** How many notices of corrections from before a time nobody got. */
    public long openSince(Instant before) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM vault_correction_notice n"
                        + " JOIN vault_correction c ON c.id = n.correction JOIN vault_person p ON p.person = c.person"
                        + " WHERE c.corrected_at < :before AND " + NOT_TOLD)
                .bind("before", before.toEpochMilli())
                .mapTo(Long.class)
                .one());
    }

    /**
     * Notes that an operator told a party.
     *
     * @return false where there is no such notice that is open
     */
    public boolean told(long notice, String operator, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("UPDATE vault_correction_notice SET told_at = :at,"
                                + " told_by = :operator WHERE id = :id AND told_at IS NULL")
                        .bind("at", at.toEpochMilli())
                        .bind("operator", operator)
                        .bind("id", notice)
                        .execute())
                == 1;
    }

    /** A person's corrections, newest first. */
    public List<Correction> of(PersonId person) {
        Map<Long, Correction> corrections = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT c.id, c.field, c.corrected_at, c.removed, n.recipient FROM vault_correction c"
                                + " LEFT JOIN vault_correction_notice n ON n.correction = c.id"
                                + " WHERE c.person = :person ORDER BY c.id DESC, n.id")
                .bind("person", person.toString())
                .reduceRows(new LinkedHashMap<Long, Correction>(), (found, row) -> {
                    Correction before = found.get(row.getColumn("id", Long.class));
                    Optional<String> recipient = Optional.ofNullable(row.getColumn("recipient", String.class));
                    List<String> told = before == null ? List.of() : before.recipients();
                    found.put(
                            row.getColumn("id", Long.class),
                            new Correction(
                                    row.getColumn("field", String.class),
                                    Instant.ofEpochMilli(row.getColumn("corrected_at", Long.class)),
                                    row.getColumn("removed", Boolean.class),
                                    Stream.concat(told.stream(), recipient.stream())
                                            .toList()));
                    return found;
                }));
        return List.copyOf(corrections.values());
    }

    private static void owe(Handle handle, PersonId person, Field field, Collection<String> recipients) {
        Set.copyOf(recipients)
                .forEach(recipient -> handle.createUpdate("INSERT INTO vault_correction_notice (correction, recipient)"
                                + " SELECT MAX(id), CAST(:recipient AS VARCHAR(100)) FROM vault_correction"
                                + " WHERE person = :person AND field = :field")
                        .bind("recipient", recipient)
                        .bind("person", person.toString())
                        .bind("field", field.name())
                        .execute());
    }

    /**
     * A correction, without the values.
     *
     * @param field what was corrected
     * @param at when
     * @param removed whether it was taken away
     * @param recipients the outside parties that had received the wrong value
     */
    public record Correction(String field, Instant at, boolean removed, List<String> recipients) {}

    /**
     * What an outside party is to be told.
     *
     * @param id its number
     * @param person whose data
     * @param field what was corrected
     * @param recipient who had received the wrong value
     * @param correctedAt when it was corrected
     */
    public record Notice(long id, PersonId person, String field, String recipient, Instant correctedAt) {}
}
