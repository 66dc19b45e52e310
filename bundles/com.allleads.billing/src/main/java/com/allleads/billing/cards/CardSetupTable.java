package com.allleads.billing.cards;

import com.allleads.api.person.PersonId;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.billing.DueChecks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table of set-ups. Only what is open changes, once, whoever comes with the news first. */
@Component(service = CardSetupTable.class)
public final class CardSetupTable {

    private static final String SELECT = "SELECT id, person, processor, setup_key, return_id, status,"
            + " processor_reference, card, reason, made_at, checks, check_at, body_digest FROM billing_card_setup";
    private static final int REASON_LENGTH = 500;

    private final Jdbi jdbi;
    private final DueChecks<CardSetup> checks;

    @Activate
    public CardSetupTable(@Reference(target = "(schema=com.allleads.billing)") Jdbi jdbi) {
        this.jdbi = jdbi;
        this.checks = new DueChecks<>(jdbi, "billing_card_setup", SELECT, CardSetupTable::setup);
    }

    /** Stores a set-up that is to be begun, in the caller's transaction where there is one. */
    void insert(CardSetup made, IdempotencyKey request) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "INSERT INTO billing_card_setup (id, person, request_key,"
                                + " body_digest, processor, setup_key, return_id, status, made_at, changed_at, checks, asked_at)"
                                + " VALUES (:id, :person, :request, :digest, :processor, :key, :return, :status, :at, :at, 0, 0)")
                .bind("id", made.id())
                .bind("person", made.person().toString())
                .bind("request", request.key())
                .bind("digest", request.bodyDigest())
                .bind("processor", made.processor())
                .bind("key", made.key())
                .bind("return", made.returnId())
                .bind("status", made.status().name())
                .bind("at", made.madeAt().toEpochMilli())
                .execute());
    }

    /** Takes back what could not be begun. */
    void delete(String id) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "DELETE FROM billing_card_setup WHERE id = :id AND processor_reference IS NULL")
                .bind("id", id)
                .execute());
    }

    /** The processor prepared its page. */
    void begun(String id, String reference, byte[] address, Instant check) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE billing_card_setup SET processor_reference = :reference,"
                        + " address = :address, check_at = :check WHERE id = :id AND processor_reference IS NULL")
                .bind("reference", reference)
                .bind("address", address)
                .bind("check", check.toEpochMilli())
                .bind("id", id)
                .execute());
    }

    /** Where the person was sent, encrypted. */
    Optional<byte[]> address(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT address FROM billing_card_setup WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> Optional.ofNullable(row.getBytes("address")))
                .findOne()
                .flatMap(address -> address));
    }

    Optional<CardSetup> byRequest(PersonId person, String key) {
        return one(" WHERE person = :a AND request_key = :b", person.toString(), key);
    }

    /** A set-up of this person; empty for anybody else's. */
    Optional<CardSetup> of(PersonId person, String id) {
        return one(" WHERE person = :a AND id = :b", person.toString(), id);
    }

    /** Everything of a person, oldest first. */
    List<CardSetup> of(PersonId person) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " WHERE person = :person ORDER BY number")
                .bind("person", person.toString())
                .map(CardSetupTable::setup)
                .list());
    }

    Optional<CardSetup> byReturn(String returnId) {
        return one(" WHERE return_id = :a AND processor_reference IS NOT NULL AND return_id = :b", returnId, returnId);
    }

    private Optional<CardSetup> one(String where, String a, String b) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + where)
                .bind("a", a)
                .bind("b", b)
                .map(CardSetupTable::setup)
                .findOne());
    }

    int open(PersonId person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT COUNT(*) FROM billing_card_setup WHERE person = :person AND status = 'OPEN'")
                .bind("person", person.toString())
                .mapTo(Integer.class)
                .one());
    }

    /** Whether the caller may ask the processor now: it is open, and nobody asked since a moment. */
    boolean mayAsk(String id, Instant now, Instant lastAsked) {
        return jdbi.withHandle(handle -> handle.createUpdate("UPDATE billing_card_setup SET asked_at = :now"
                                + " WHERE id = :id AND status = 'OPEN' AND asked_at <= :last")
                        .bind("now", now.toEpochMilli())
                        .bind("last", lastAsked.toEpochMilli())
                        .bind("id", id)
                        .execute())
                == 1;
    }

    /** The card is being stored, in the caller's transaction; false where it is not open any more. */
    boolean done(String id, String card, Instant now) {
        return end(id, CardSetupStatus.DONE, Optional.of(card), Optional.empty(), now);
    }

    /** No card was added, and none will be; false where it is not open any more. */
    boolean ended(String id, String reason, Instant now) {
        String kept = reason.length() <= REASON_LENGTH ? reason : reason.substring(0, REASON_LENGTH);
        return end(id, CardSetupStatus.ENDED, Optional.empty(), Optional.of(kept), now);
    }

    private boolean end(
            String id, CardSetupStatus status, Optional<String> card, Optional<String> reason, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("UPDATE billing_card_setup SET status = :status,"
                                + " card = :card, reason = :reason, changed_at = :now, check_at = NULL"
                                + " WHERE id = :id AND status = 'OPEN'")
                        .bind("status", status.name())
                        .bind("card", card.orElse(null))
                        .bind("reason", reason.orElse(null))
                        .bind("now", now.toEpochMilli())
                        .bind("id", id)
                        .execute())
                == 1;
    }

    /** Ends all that were begun before a moment. */
    void expire(Instant begunBefore, String reason, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE billing_card_setup SET status = 'ENDED',"
                        + " reason = :reason, changed_at = :now, check_at = NULL"
                        + " WHERE status = 'OPEN' AND made_at < :before")
                .bind("reason", reason)
                .bind("now", now.toEpochMilli())
                .bind("before", begunBefore.toEpochMilli())
                .execute());
    }

    List<CardSetup> due(String processor, Instant now, int limit) {
        return checks.due(processor, now, limit);
    }

    boolean claim(CardSetup due, Instant next) {
        return checks.claim(due.id(), due.checkAt(), next);
    }

    void hurry(String processor, Instant now) {
        checks.hurry(processor, now);
    }

    /** What a person left open is asked about now. */
    void hurry(PersonId person, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE billing_card_setup SET check_at = :now, checks = 0"
                        + " WHERE person = :person AND status = 'OPEN' AND check_at > :now")
                .bind("now", now.toEpochMilli())
                .bind("person", person.toString())
                .execute());
    }

    private static CardSetup setup(ResultSet row, StatementContext context) throws SQLException {
        return new CardSetup(
                row.getString("id"),
                PersonId.parse(row.getString("person")),
                row.getString("processor"),
                row.getString("setup_key"),
                row.getString("return_id"),
                CardSetupStatus.valueOf(row.getString("status")),
                Optional.ofNullable(row.getString("processor_reference")),
                Optional.ofNullable(row.getString("card")),
                Optional.ofNullable(row.getString("reason")),
                Instant.ofEpochMilli(row.getLong("made_at")),
                row.getInt("checks"),
                DueChecks.checkAt(row),
                row.getString("body_digest"));
    }
}
