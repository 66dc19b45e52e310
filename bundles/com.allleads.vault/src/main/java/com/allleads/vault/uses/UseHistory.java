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
        Place before = cursor.map(Place::parse).orElse(Place.BEHIND_ALL);
        String where = filter.purpose().map(only -> " AND t.purpose = :purpose").orElse("")
                + filter.recipient()
                        .map(only -> " AND t.recipient_kind = :kind AND t.recipient_name = :name")
                        .orElse("");
        List<Row> rows = jdbi.withHandle(handle -> {
            Query query = handle.createQuery("SELECT u.used_at, u.chain, u.batch, u.place, " + Terms.COLUMNS
                            + Terms.USES + " WHERE u.person = :person AND " + Place.IS_BEFORE + where
                            + Place.NEWEST_FIRST
                            + " FETCH FIRST " + (limit + 1) + " ROWS ONLY")
                    .bind("person", person.toString())
                    .bind("at", before.at())
                    .bind("chain", before.chain())
                    .bind("batch", before.batch())
                    .bind("place", before.place());
            filter.purpose().ifPresent(only -> query.bind("purpose", only));
            filter.recipient()
                    .ifPresent(only -> query.bind("kind", only.kind().name()).bind("name", only.name()));
            return query.map((row, context) -> new Row(Place.of(row), Terms.read(row)))
                    .list();
        });
        return Slice.of(rows, limit, row -> row.place().toString()).map(Row::use);
    }

    /** Everybody who ever used a person's data, by kind and name. */
    public List<Recipient> recipients(PersonId person) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT DISTINCT t.recipient_kind, t.recipient_name"
                        + Terms.USES + " WHERE u.person = :person ORDER BY t.recipient_kind, t.recipient_name")
                .bind("person", person.toString())
                .map((row, context) -> new Recipient(
                        Recipient.Kind.valueOf(row.getString("recipient_kind")), row.getString("recipient_name")))
                .list());
    }

    /** Everything that a person's data was ever used for. */
    public List<String> purposes(PersonId person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT DISTINCT t.purpose" + Terms.USES + " WHERE u.person = :person ORDER BY t.purpose")
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

    private record Row(Place place, Terms terms) {

        Use use() {
            return new Use(Instant.ofEpochMilli(place.at()), terms.fieldNames(), terms.purpose(), terms.recipient());
        }
    }
}
