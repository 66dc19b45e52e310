package com.allleads.vault.persons;

import com.allleads.api.person.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table of people. Writes join the caller's transaction. */
@Component(service = Persons.class)
public final class Persons {

    private final Jdbi jdbi;

    @Activate
    public Persons(@Reference(target = "(&(schema=com.allleads.vault)(datasource=allleads))") Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Adds somebody. */
    public void add(PersonId person) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "INSERT INTO vault_person (person, enrolled_at, changed_at) VALUES (:person, :now, :now)")
                .bind("person", person.toString())
                .bind("now", System.currentTimeMillis())
                .execute());
    }

    /** Whether somebody is enrolled and not erased. */
    public boolean present(PersonId person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT person FROM vault_person WHERE person = :person AND erased_at IS NULL")
                .bind("person", person.toString())
                .mapTo(String.class)
                .findOne()
                .isPresent());
    }

    /**
     * Locks somebody's row until the transaction ends, so that corrections and erasure wait for each other.
     *
     * @return whether they are enrolled and not erased
     */
    public boolean lock(PersonId person) {
        return jdbi.withHandle(handle -> handle.createUpdate("UPDATE vault_person SET changed_at = :now"
                                + " WHERE person = :person AND erased_at IS NULL")
                        .bind("now", System.currentTimeMillis())
                        .bind("person", person.toString())
                        .execute())
                > 0;
    }

    /** Since when somebody is enrolled. */
    public Optional<Instant> enrolledAt(PersonId person) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT enrolled_at FROM vault_person WHERE person = :person")
                        .bind("person", person.toString())
                        .mapTo(Long.class)
                        .findOne()
                        .map(Instant::ofEpochMilli));
    }

    /** Those among the people who were ever enrolled, erased or not. */
    public Set<PersonId> enrolled(Collection<PersonId> people) {
        Set<PersonId> enrolled = new HashSet<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT person FROM vault_person WHERE person IN (<people>)")
                .bindList("people", people.stream().map(PersonId::toString).toList())
                .mapTo(String.class)
                .forEach(person -> enrolled.add(PersonId.parse(person))));
        return enrolled;
    }

    /** Those among the people who are enrolled and not marked as erased. */
    public Set<PersonId> present(Collection<PersonId> people) {
        Set<PersonId> present = new HashSet<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT person FROM vault_person WHERE person IN (<people>) AND erased_at IS NULL")
                .bindList("people", people.stream().map(PersonId::toString).toList())
                .mapTo(String.class)
                .forEach(person -> present.add(PersonId.parse(person))));
        return present;
    }

    /** A page of those who are enrolled and not erased, by id. */
    public List<Enrolled> page(Optional<PersonId> after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT person, deactivated_at FROM vault_person"
                        + " WHERE erased_at IS NULL AND person > :after ORDER BY person FETCH FIRST " + limit
                        + " ROWS ONLY")
                .bind("after", after.map(PersonId::toString).orElse(""))
                .map((row, context) -> new Enrolled(
                        PersonId.parse(row.getString("person")),
                        Optional.ofNullable(row.getObject("deactivated_at", Long.class))
                                .map(Instant::ofEpochMilli)))
                .list());
    }

    /** How many are enrolled and not erased. */
    public long count() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM vault_person WHERE erased_at IS NULL")
                .mapTo(Long.class)
                .one());
    }

    /** Notes since when somebody's account is deactivated, where that is not known yet. */
    public void deactivated(PersonId person, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE vault_person SET deactivated_at = :at"
                        + " WHERE person = :person AND deactivated_at IS NULL")
                .bind("at", at.toEpochMilli())
                .bind("person", person.toString())
                .execute());
    }

    /**
     * Marks somebody as erased.
     *
     * @return whether they were not before
     */
    public boolean markErased(PersonId person, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "UPDATE vault_person SET erased_at = :at WHERE person = :person AND erased_at IS NULL")
                        .bind("at", at.toEpochMilli())
                        .bind("person", person.toString())
                        .execute())
                > 0;
    }

    /** A page of those who were erased, by id. */
    public List<ErasedPerson> erased(Optional<PersonId> after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT person, erased_at FROM vault_person"
                        + " WHERE erased_at IS NOT NULL AND person > :after ORDER BY person FETCH FIRST " + limit
                        + " ROWS ONLY")
                .bind("after", after.map(PersonId::toString).orElse(""))
                .map((row, context) -> new ErasedPerson(
                        PersonId.parse(row.getString("person")), Instant.ofEpochMilli(row.getLong("erased_at"))))
                .list());
    }

    /** Those who were erased and of whose erasure a capability was not told. */
    public List<ErasedPerson> untold(String capability) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT p.person, p.erased_at"
                        + " FROM vault_person p WHERE p.erased_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM"
                        + " vault_erasure_told t WHERE t.person = p.person AND t.capability = :capability)")
                .bind("capability", capability)
                .map((row, context) -> new ErasedPerson(
                        PersonId.parse(row.getString("person")), Instant.ofEpochMilli(row.getLong("erased_at"))))
                .list());
    }

    /** Whether a capability was told of somebody's erasure. */
    public boolean wasTold(PersonId person, String capability) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT person FROM vault_erasure_told"
                        + " WHERE person = :person AND capability = :capability")
                .bind("person", person.toString())
                .bind("capability", capability)
                .mapTo(String.class)
                .findOne()
                .isPresent());
    }

    /** Notes that a capability was told. */
    public void told(PersonId person, String capability) {
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO vault_erasure_told (person, capability, told_at)"
                        + " VALUES (:person, :capability, :now)")
                .bind("person", person.toString())
                .bind("capability", capability)
                .bind("now", System.currentTimeMillis())
                .execute());
    }

    /**
     * Somebody who is enrolled.
     *
     * @param person who
     * @param deactivatedAt since when their account is known to be deactivated
     */
    public record Enrolled(PersonId person, Optional<Instant> deactivatedAt) {}

    /**
     * Somebody who was erased.
     *
     * @param person who
     * @param at when
     */
    public record ErasedPerson(PersonId person, Instant at) {}
}
