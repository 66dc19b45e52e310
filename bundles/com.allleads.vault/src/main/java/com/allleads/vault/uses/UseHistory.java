package com.allleads.vault.uses;

import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.vault.Recipient;
import com.allleads.api.vault.Use;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the record of uses. */
@Component(service = UseHistory.class)
public final class UseHistory {

    private final Jdbi jdbi;

    @Activate
    public UseHistory(@Reference(target = "(&(schema=com.allleads.vault)(datasource=allleads))") Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A person's uses, newest first.
     *
     * @throws IllegalArgumentException where the cursor is not one that an earlier slice gave
     */
    public Slice<Use> of(PersonId person, UseFilter filter, int limit, Optional<String> cursor) {
        long before = cursor.map(UseHistory::parse).orElse(Long.MAX_VALUE);
        String where = filter.purpose().map(only -> " AND purpose = :purpose").orElse("")
                + filter.recipient()
                        .map(only -> " AND recipient_kind = :kind AND recipient_name = :name")
                        .orElse("");
        List<Row> rows = jdbi.withHandle(handle -> {
            Query query = handle.createQuery(
                            "SELECT id, used_at, fields, purpose, recipient_kind, recipient_name FROM vault_use"
                                    + " WHERE person = :person AND id < :before" + where + " ORDER BY id DESC"
                                    + " FETCH FIRST " + (limit + 1) + " ROWS ONLY")
                    .bind("person", person.toString())
                    .bind("before", before);
            filter.purpose().ifPresent(only -> query.bind("purpose", only));
            filter.recipient()
                    .ifPresent(only -> query.bind("kind", only.kind().name()).bind("name", only.name()));
            return query.map((row, context) -> new Row(
                            row.getLong("id"),
                            new Use(
                                    Instant.ofEpochMilli(row.getLong("used_at")),
                                    List.of(row.getString("fields").split(RecordedUse.SEPARATOR)),
                                    row.getString("purpose"),
                                    new Recipient(
                                            Recipient.Kind.valueOf(row.getString("recipient_kind")),
                                            row.getString("recipient_name")))))
                    .list();
        });
        return Slice.of(rows, limit, row -> Long.toString(row.id())).map(Row::use);
    }

    /** Everybody who ever used a person's data, by kind and name. */
    public List<Recipient> recipients(PersonId person) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT DISTINCT recipient_kind, recipient_name"
                        + " FROM vault_use WHERE person = :person ORDER BY recipient_kind, recipient_name")
                .bind("person", person.toString())
                .map((row, context) -> new Recipient(
                        Recipient.Kind.valueOf(row.getString("recipient_kind")), row.getString("recipient_name")))
                .list());
    }

    /** Everything that a person's data was ever used for. */
    public List<String> purposes(PersonId person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT DISTINCT purpose FROM vault_use WHERE person = :person ORDER BY purpose")
                .bind("person", person.toString())
                .mapTo(String.class)
                .list());
    }

    /** How many uses of a person's data were written down. */
    public long count(PersonId person) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM vault_use WHERE person = :person")
                .bind("person", person.toString())
                .mapTo(Long.class)
                .one());
    }

    private static long parse(String cursor) {
        if (!cursor.matches("[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("the cursor is not one that was given");
        }
        return Long.parseLong(cursor);
    }

    private record Row(long id, Use use) {}
}
