package com.allleads.billing.refunds;

import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.billing.DueChecks;
import com.allleads.billing.refunds.Refund.Part;
import com.allleads.billing.refunds.Refund.PartStatus;
import com.allleads.billing.refunds.Refund.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tables of refunds. They are written to with the ledger; what is written here is what became of it. */
@Component(service = RefundTable.class)
public final class RefundTable {

    private static final String SELECT = "SELECT number, id, person, amount, currency, reason, requester, made_at,"
            + " body_digest, first_status, first_refunded FROM billing_refund";
    private static final String SELECT_PART = "SELECT p.id, p.refund, r.person, p.top_up, p.processor, p.charge_key,"
            + " p.amount, r.currency, p.status, p.checks, p.check_at"
            + " FROM billing_refund_part p JOIN billing_refund r ON r.id = p.refund";

    private final Jdbi jdbi;
    private final DueChecks<Part> checks;

    @Activate
    public RefundTable(@Reference(target = "(schema=com.allleads.billing)") Jdbi jdbi) {
        this.jdbi = jdbi;
        this.checks = new DueChecks<>(jdbi, "billing_refund_part", SELECT_PART, RefundTable::part);
    }

    /** What a person's settled top-ups still could give back, the newest first. */
    List<Refundable> refundable(PersonId person) {
        return jdbi.withHandle(handle -> handle
                .createQuery("SELECT t.id, t.processor, t.charge_key, t.amount, t.charged_back,"
                        + " (SELECT SUM(p.amount) FROM billing_refund_part p"
                        + " WHERE p.top_up = t.id AND p.status <> 'REFUSED') AS given"
                        + " FROM billing_top_up t WHERE t.person = :person AND t.status = 'SETTLED'"
                        + " ORDER BY t.number DESC")
                .bind("person", person.toString())
                .map((row, context) -> new Refundable(
                        row.getString("id"),
                        row.getString("processor"),
                        row.getString("charge_key"),
                        row.getLong("amount"),
                        row.getLong("given") + row.getLong("charged_back")))
                .list()
                .stream()
                .filter(one -> one.left() > 0)
                .toList());
    }

    /** Whether some of the person's top-ups may still bring money. */
    boolean hasOpenTopUps(PersonId person) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM billing_top_up"
                                + " WHERE person = :person AND status IN ('UNKNOWN', 'PENDING')")
                        .bind("person", person.toString())
                        .mapTo(Long.class)
                        .one())
                > 0;
    }

    /** What an earlier request with this key made. */
    Optional<Refund> byRequest(String requester, String key) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + " WHERE requester = :requester AND request_key = :key")
                        .bind("requester", requester)
                        .bind("key", key)
                        .map((row, context) -> refund(handle, row))
                        .findOne());
    }

    Optional<Refund> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> refund(handle, row))
                .findOne());
    }

    /** A person's refunds, oldest first. */
    List<Refund> of(PersonId person) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " WHERE person = :person ORDER BY number")
                .bind("person", person.toString())
                .map((row, context) -> refund(handle, row))
                .list());
    }

    /** Everybody's refunds, newest first; the cursor is a number. */
    Slice<Refund> all(int limit, long before) {
        return jdbi.withHandle(handle -> Slice.of(
                        handle.createQuery(SELECT + " WHERE number < :before"
                                        + " ORDER BY number DESC FETCH FIRST :rows ROWS ONLY")
                                .bind("before", before)
                                .bind("rows", limit + 1)
                                .map((row, context) -> new Numbered(row.getLong("number"), refund(handle, row)))
                                .list(),
                        limit,
                        numbered -> Long.toString(numbered.number())))
                .map(Numbered::refund);
    }

    /** The requester is being told what is known now, unless they were told before. */
    void tell(Refund refund) {
        Standing standing = refund.standing();
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE billing_refund SET first_status = :status,"
                        + " first_refunded = :refunded WHERE id = :id AND first_status IS NULL")
                .bind("status", standing.status().name())
                .bind("refunded", standing.refunded().getAmountMinorLong())
                .bind("id", refund.id())
                .execute());
    }

    /** The parts that a processor is to be asked about now. */
    List<Part> due(String processor, Instant now, int limit) {
        return checks.due(processor, now, limit);
    }

    /** Takes a part that is due, so that no other node asks too; false where another was faster. */
    boolean claim(Part due, Instant next) {
        return checks.claim(due.id(), due.checkAt(), next);
    }

    /** The processor came: whatever waits for it is asked about now. */
    void hurry(String processor, Instant now) {
        checks.hurry(processor, now);
    }

    /** The processor gave it back. */
    void refunded(String part, String reference) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE billing_refund_part SET status = 'REFUNDED',"
                        + " processor_reference = :reference, check_at = NULL WHERE id = :id AND status = 'UNKNOWN'")
                .bind("reference", reference)
                .bind("id", part)
                .execute());
    }

    /** The processor could not tell. */
    void note(String part, String note) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE billing_refund_part SET note = :note WHERE id = :id AND status = 'UNKNOWN'")
                .bind("note", note)
                .bind("id", part)
                .execute());
    }

    /** Somebody left, and their money is to go back; in the caller's transaction. */
    void owe(PersonId person, Instant at) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("DELETE FROM billing_leaver WHERE person = :person")
                    .bind("person", person.toString())
                    .execute();
            handle.createUpdate("INSERT INTO billing_leaver (person, left_at) VALUES (:person, :at)")
                    .bind("person", person.toString())
                    .bind("at", at.toEpochMilli())
                    .execute();
            handle.createUpdate("DELETE FROM billing_refund_due WHERE person = :person")
                    .bind("person", person.toString())
                    .execute();
            handle.createUpdate("INSERT INTO billing_refund_due (person, due_at) VALUES (:person, :at)")
                    .bind("person", person.toString())
                    .bind("at", at.toEpochMilli())
                    .execute();
        });
    }

    /** Those whose money is to go back. */
    List<PersonId> owed(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT person FROM billing_refund_due" + " ORDER BY due_at FETCH FIRST :rows ROWS ONLY")
                .bind("rows", limit)
                .map((row, context) -> PersonId.parse(row.getString("person")))
                .list());
    }

    /** The refund of somebody's money is stored. */
    void owedNoMore(PersonId person) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM billing_refund_due WHERE person = :person")
                .bind("person", person.toString())
                .execute());
    }

    private static Refund refund(Handle handle, ResultSet row) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        String id = row.getString("id");
        long refunded = row.getLong("first_refunded");
        return new Refund(
                id,
                PersonId.parse(row.getString("person")),
                Money.ofMinor(currency, row.getLong("amount")),
                row.getString("reason"),
                row.getString("requester"),
                Instant.ofEpochMilli(row.getLong("made_at")),
                row.getString("body_digest"),
                Optional.ofNullable(row.getString("first_status"))
                        .map(status -> new Standing(RefundStatus.valueOf(status), Money.ofMinor(currency, refunded))),
                parts(handle, id));
    }

    private static List<Part> parts(Handle handle, String refund) {
        return handle.createQuery(SELECT_PART + " WHERE p.refund = :refund ORDER BY p.id")
                .bind("refund", refund)
                .map(RefundTable::part)
                .list();
    }

    private static Part part(ResultSet row, StatementContext context) throws SQLException {
        return new Part(
                row.getString("id"),
                row.getString("refund"),
                PersonId.parse(row.getString("person")),
                row.getString("top_up"),
                row.getString("processor"),
                row.getString("charge_key"),
                Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("amount")),
                PartStatus.valueOf(row.getString("status")),
                row.getInt("checks"),
                DueChecks.checkAt(row));
    }

    /**
     * What a settled top-up still could give back.
     *
     * @param topUp the top-up
     * @param processor who took the money
     * @param chargeKey names the charge to the processor
     * @param paid minor units that it brought
     * @param given minor units that went back already, or are on their way
     */
    record Refundable(String topUp, String processor, String chargeKey, long paid, long given) {

        /** What is left, in minor units. */
        long left() {
            return paid - given;
        }
    }

    private record Numbered(long number, Refund refund) {}
}
