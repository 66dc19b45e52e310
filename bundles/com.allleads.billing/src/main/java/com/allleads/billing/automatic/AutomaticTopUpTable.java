package com.allleads.billing.automatic;

import com.allleads.api.person.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What people set, and how far each dip of a balance is dealt with. A row waits for a dip; once one came it does not until the balance
 * was up again, and a dip that was noticed and not dealt with is taken up again after a crash.
 */
@Component(service = AutomaticTopUpTable.class)
public final class AutomaticTopUpTable {

    private static final String SELECT = "SELECT a.person, a.card, a.threshold, a.amount, a.currency, a.dip, a.set_at"
            + " FROM billing_automatic_top_up a";
    /** Subqueries, since Derby drops rows of an outer join whose columns a condition coalesces. */
    private static final String BALANCE = "COALESCE((SELECT b.balance + COALESCE("
            + "(SELECT p.balance FROM billing_account p WHERE p.id = b.promotional), 0) FROM billing_account b"
            + " WHERE b.holder = a.person AND b.kind = 'PERSON' AND b.currency = a.currency), 0)";

    private final Jdbi jdbi;

    @Activate
    public AutomaticTopUpTable(@Reference(target = "(schema=com.allleads.billing)") Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<AutomaticTopUp> find(PersonId person) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " WHERE a.person = :person")
                .bind("person", person.toString())
                .map(AutomaticTopUpTable::row)
                .findOne());
    }

    /** Replaces what the person set before. Waits for a dip from now on. */
    void set(AutomaticTopUp set) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("DELETE FROM billing_automatic_top_up WHERE person = :person")
                    .bind("person", set.person().toString())
                    .execute();
            handle.createUpdate("INSERT INTO billing_automatic_top_up (person, card, threshold, amount, currency,"
                            + " waiting, dip, done, set_at) VALUES (:person, :card, :threshold, :amount, :currency,"
                            + " 1, 0, 0, :at)")
                    .bind("person", set.person().toString())
                    .bind("card", set.card())
                    .bind("threshold", set.threshold().getAmountMinorLong())
                    .bind("amount", set.amount().getAmountMinorLong())
                    .bind("currency", set.amount().getCurrencyUnit().getCode())
                    .bind("at", set.setAt().toEpochMilli())
                    .execute();
        });
    }

    /** Forgets what the person set; false where there was nothing. */
    boolean remove(PersonId person) {
        return jdbi.withHandle(
                        handle -> handle.createUpdate("DELETE FROM billing_automatic_top_up WHERE person = :person")
                                .bind("person", person.toString())
                                .execute())
                > 0;
    }

    /** Those whose balance is up again and who wait for the next dip from now on. */
    void waitAgain(int limit) {
        jdbi.withHandle(handle -> handle.createQuery(SELECT + " WHERE a.waiting = 0 AND a.dip = a.done AND " + BALANCE
                                + " >= a.threshold FETCH FIRST :rows ROWS ONLY")
                        .bind("rows", limit)
                        .map(AutomaticTopUpTable::row)
                        .list())
                .forEach(up -> move(up, "waiting = 1", "waiting = 0"));
    }

    /** Notices dips: each once, by one of several nodes. */
    void notice(int limit) {
        jdbi.withHandle(handle -> handle.createQuery(SELECT + " WHERE a.waiting = 1 AND " + BALANCE
                                + " < a.threshold FETCH FIRST :rows ROWS ONLY")
                        .bind("rows", limit)
                        .map(AutomaticTopUpTable::row)
                        .list())
                .forEach(down -> move(down, "waiting = 0, dip = dip + 1", "waiting = 1"));
    }

    /** Dips that were noticed and not dealt with. */
    List<AutomaticTopUp> noticed(int limit) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + " WHERE a.dip > a.done FETCH FIRST :rows ROWS ONLY")
                        .bind("rows", limit)
                        .map(AutomaticTopUpTable::row)
                        .list());
    }

    /** The dip is dealt with. */
    void done(AutomaticTopUp dipped) {
        move(dipped, "done = dip", "waiting = 0");
    }

    /** Only where nobody moved it or set something else in between. */
    private void move(AutomaticTopUp from, String change, String condition) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE billing_automatic_top_up SET " + change
                        + " WHERE person = :person AND dip = :dip AND set_at = :at AND " + condition)
                .bind("person", from.person().toString())
                .bind("dip", from.dip())
                .bind("at", from.setAt().toEpochMilli())
                .execute());
    }

    private static AutomaticTopUp row(ResultSet row, StatementContext context) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        return new AutomaticTopUp(
                PersonId.parse(row.getString("person")),
                row.getString("card"),
                Money.ofMinor(currency, row.getLong("threshold")),
                Money.ofMinor(currency, row.getLong("amount")),
                row.getLong("dip"),
                Instant.ofEpochMilli(row.getLong("set_at")));
    }
}
