package com.allleads.registration;

import com.allleads.api.person.PersonId;
import com.allleads.api.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Why operators looked people up, for these people to see: what was looked at stands among the uses of their data. A reason
 * is written in words and may say something about the person, so it is kept encrypted with the person's key.
 */
@Component(service = Looks.class)
public final class Looks {

    /** As many as anybody wants to read. */
    private static final int MOST = 200;

    private final Jdbi jdbi;
    private final Vault vault;

    @Activate
    public Looks(@Reference(target = "(schema=com.allleads.registration)") Jdbi jdbi, @Reference Vault vault) {
        this.jdbi = jdbi;
        this.vault = vault;
    }

    void note(PersonId person, String operator, String reason) {
        String id = UUID.randomUUID().toString();
        byte[] sealed = vault.seal(person, context(id), reason.getBytes(StandardCharsets.UTF_8));
        jdbi.useHandle(
                handle -> handle.createUpdate("INSERT INTO registration_look (id, person, operator, looked_at, reason)"
                                + " VALUES (:id, :person, :operator, :now, :reason)")
                        .bind("id", id)
                        .bind("person", person.toString())
                        .bind("operator", operator)
                        .bind("now", Instant.now().toEpochMilli())
                        .bind("reason", sealed)
                        .execute());
    }

    /** Who looked a person up, the last one first. */
    public List<Look> at(PersonId person) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT id, operator, looked_at, reason FROM registration_look"
                                + " WHERE person = :person ORDER BY looked_at DESC FETCH FIRST " + MOST + " ROWS ONLY")
                        .bind("person", person.toString())
                        .map((row, context) -> new Look(
                                Instant.ofEpochMilli(row.getLong("looked_at")),
                                row.getString("operator"),
                                open(person, row.getString("id"), row.getBytes("reason"))))
                        .list());
    }

    private Optional<String> open(PersonId person, String id, byte[] sealed) {
        return vault.open(person, context(id), sealed).map(plain -> new String(plain, StandardCharsets.UTF_8));
    }

    private static String context(String id) {
        return "registration.look/" + id;
    }

    /**
     * One look.
     *
     * @param at when
     * @param operator the user name of who looked
     * @param reason why, in their words; empty once the person was erased
     */
    public record Look(Instant at, String operator, Optional<String> reason) {

        /** Leaves the reason out. */
        @Override
        public String toString() {
            return "Look[" + at + ", " + operator + "]";
        }
    }
}
