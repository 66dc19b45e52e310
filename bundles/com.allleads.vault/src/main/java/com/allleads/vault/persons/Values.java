package com.allleads.vault.persons;

import com.allleads.api.person.PersonId;
import com.allleads.api.store.InChunks;
import com.allleads.api.vault.Field;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table of encrypted values. Writes join the caller's transaction. */
@Component(service = Values.class)
public final class Values {

    private static final RowMapper<StoredValue> VALUE = (row, context) -> value(row);

    private final Jdbi jdbi;

    @Activate
    public Values(@Reference(target = "(&(schema=com.allleads.vault)(datasource=allleads))") Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What is held of the fields asked for, with one query that also finds out whether the person is there.
     *
     * @return empty where there is no such person or they were erased
     */
    public Optional<List<StoredValue>> find(PersonId person, Collection<String> fields) {
        List<Optional<StoredValue>> rows = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT p.person, v.field, v.point, v.envelope FROM vault_person p LEFT JOIN vault_value v"
                                + " ON v.person = p.person AND v.field IN (<fields>)"
                                + " WHERE p.person = :person AND p.erased_at IS NULL")
                .bindList("fields", List.copyOf(fields))
                .bind("person", person.toString())
                .map((row, context) -> row.getString("field") == null
                        ? Optional.<StoredValue>empty()
                        : Optional.of(VALUE.map(row, context)))
                .list());
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.stream().flatMap(Optional::stream).toList());
    }

    /**
     * What is held of the fields asked for, of many people with one query.
     *
     * @return those among the people who are there and not erased, also where nothing of the fields is held
     */
    public Map<PersonId, List<StoredValue>> find(Collection<PersonId> people, Collection<String> fields) {
        Map<PersonId, List<StoredValue>> found = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT p.person, v.field, v.point, v.envelope FROM vault_person p"
                        + " LEFT JOIN vault_value v ON v.person = p.person AND v.field IN (<fields>)"
                        + " WHERE p.person IN (<people>) AND p.erased_at IS NULL")
                .bindList("fields", List.copyOf(fields))
                .bindList("people", people.stream().map(PersonId::toString).toList())
                .map((row, context) -> {
                    List<StoredValue> of =
                            found.computeIfAbsent(PersonId.parse(row.getString("person")), absent -> new ArrayList<>());
                    return row.getString("field") == null || of.add(VALUE.map(row, context));
                })
                .list());
        return found;
    }

    /**
     * All that is held of people.
     *
     * @return those among the people who are there and not erased, also where nothing is held
     */
    public static Map<PersonId, List<StoredValue>> read(Connection connection, Collection<PersonId> people)
            throws SQLException {
        Map<PersonId, List<StoredValue>> found = new HashMap<>();
        InChunks.query(
                connection,
                "SELECT p.person, v.field, v.point, v.envelope FROM vault_person p"
                        + " LEFT JOIN vault_value v ON v.person = p.person WHERE p.erased_at IS NULL AND p.person IN",
                people.stream().map(PersonId::toString).distinct().toList(),
                row -> {
                    List<StoredValue> of =
                            found.computeIfAbsent(PersonId.parse(row.getString("person")), absent -> new ArrayList<>());
                    if (row.getString("field") != null) {
                        of.add(value(row));
                    }
                });
        return found;
    }

    /** The fields that are held of a person, with where and when each was collected. */
    public List<Collected> collected(PersonId person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT field, point, written_at FROM vault_value WHERE person = :person ORDER BY field")
                .bind("person", person.toString())
                .map((row, context) -> new Collected(
                        row.getString("field"),
                        row.getString("point"),
                        Instant.ofEpochMilli(row.getLong("written_at"))))
                .list());
    }

    /** {@link #collected(PersonId)} of many people with one query; those of whom nothing is held are left out. */
    public Map<PersonId, List<Collected>> collected(Collection<PersonId> people) {
        Map<PersonId, List<Collected>> found = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT person, field, point, written_at FROM vault_value" + " WHERE person IN (<people>)")
                .bindList("people", people.stream().map(PersonId::toString).toList())
                .map((row, context) -> found.computeIfAbsent(
                                PersonId.parse(row.getString("person")), absent -> new ArrayList<>())
                        .add(new Collected(
                                row.getString("field"),
                                row.getString("point"),
                                Instant.ofEpochMilli(row.getLong("written_at")))))
                .list());
        return found;
    }

    /** When each of these fields was written, where it is held. */
    public Map<Field, Instant> writtenAt(PersonId person, Collection<Field> fields) {
        return collected(person).stream()
                .filter(collected -> fields.contains(new Field(collected.field())))
                .collect(Collectors.toMap(collected -> new Field(collected.field()), Collected::at));
    }

    /** Writes a value in place of an earlier one. The person's row is locked, or new. */
    public void put(StoredValue value) {
        remove(value.person(), value.field());
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO vault_value (person, field, point, envelope,"
                        + " written_at) VALUES (:person, :field, :point, :envelope, :now)")
                .bind("person", value.person().toString())
                .bind("field", value.field())
                .bind("point", value.point())
                .bind("envelope", value.envelope())
                .bind("now", System.currentTimeMillis())
                .execute());
    }

    /** Removes a value, where it is held. */
    public void remove(PersonId person, String field) {
        jdbi.useHandle(
                handle -> handle.createUpdate("DELETE FROM vault_value WHERE person = :person AND field = :field")
                        .bind("person", person.toString())
                        .bind("field", field)
                        .execute());
    }

    /**
     * Removes a value that was not written anew since.
     *
     * @return whether it was there
     */
    public boolean removeUnchanged(PersonId person, String field, Instant writtenAt) {
        return jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM vault_value WHERE person = :person"
                                + " AND field = :field AND written_at = :at")
                        .bind("person", person.toString())
                        .bind("field", field)
                        .bind("at", writtenAt.toEpochMilli())
                        .execute())
                > 0;
    }

    /** Removes every value of a person. */
    public void removeAll(PersonId person) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM vault_value WHERE person = :person")
                .bind("person", person.toString())
                .execute());
    }

    /** A page of all values, by person and field. */
    public List<StoredValue> page(Optional<StoredValue> after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT person, field, point, envelope FROM vault_value"
                        + " WHERE person >= :person AND (person > :person OR field > :field)"
                        + " ORDER BY person, field FETCH FIRST " + limit + " ROWS ONLY")
                .bind("person", after.map(value -> value.person().toString()).orElse(""))
                .bind("field", after.map(StoredValue::field).orElse(""))
                .map(VALUE)
                .list());
    }

    /** How many values each collection point collected of each field. */
    public List<FieldCount> counts() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT point, field, COUNT(*) AS held FROM vault_value GROUP BY point, field")
                .map((row, context) ->
                        new FieldCount(row.getString("point"), row.getString("field"), row.getLong("held")))
                .list());
    }

    private static StoredValue value(ResultSet row) throws SQLException {
        return new StoredValue(
                PersonId.parse(row.getString("person")),
                row.getString("field"),
                row.getString("point"),
                row.getBytes("envelope"));
    }

    /**
     * Where and when a value was collected.
     *
     * @param field which field
     * @param point where
     * @param at when
     */
    public record Collected(String field, String point, Instant at) {}

    /**
     * How many values a collection point collected of a field.
     *
     * @param point where
     * @param field which field
     * @param held how many
     */
    public record FieldCount(String point, String field, long held) {}
}
