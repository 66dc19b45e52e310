package com.allleads.billing.topups;

import com.allleads.api.person.PersonId;
import com.allleads.billing.Uniqueness;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How much a person may top up on a day of UTC. What is asked for is taken from the day's limit before the processor is asked, and
 * given back to it where nothing was charged.
 */
@Component(service = DailyLimit.class)
public final class DailyLimit {

    private static final long MILLIS_PER_DAY = Duration.ofDays(1).toMillis();

    private final Jdbi jdbi;

    @Activate
    public DailyLimit(@Reference(target = "(schema=com.allleads.billing)") Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Opens a person's day, outside any transaction. */
    void open(PersonId person, Instant now) {
        if (used(person, now) < 0) {
            try {
                jdbi.useHandle(handle -> handle.createUpdate(
                                "INSERT INTO billing_top_up_day (person, day_no, amount) VALUES (:person, :day, 0)")
                        .bind("person", person.toString())
                        .bind("day", day(now))
                        .execute());
            } catch (JdbiException e) {
                // Where another request opened it at the same moment, that is as good.
                if (!Uniqueness.violatedBy(e)) {
                    throw e;
                }
            }
        }
    }

    /**
     * Takes an amount from a day that was opened, in the caller's transaction.
     *
     * @return false where it is more than is left; nothing was taken
     */
    boolean take(PersonId person, Money amount, Money most, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("UPDATE billing_top_up_day SET amount = amount + :amount"
                                + " WHERE person = :person AND day_no = :day AND amount <= :room")
                        .bind("amount", amount.getAmountMinorLong())
                        .bind("room", most.minus(amount).getAmountMinorLong())
                        .bind("person", person.toString())
                        .bind("day", day(now))
                        .execute())
                == 1;
    }

    /** Nothing was charged after all; nothing happens where no limit was set when it was asked for. */
    void giveBack(TopUp topUp) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE billing_top_up_day SET amount = amount - :amount"
                        + " WHERE person = :person AND day_no = :day AND amount >= :amount")
                .bind("amount", topUp.amount().getAmountMinorLong())
                .bind("person", topUp.person().toString())
                .bind("day", day(topUp.madeAt()))
                .execute());
    }

    /** What was taken on a day, in minor units; negative where the day was not opened. */
    private long used(PersonId person, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT amount FROM billing_top_up_day WHERE person = :person AND day_no = :day")
                .bind("person", person.toString())
                .bind("day", day(now))
                .mapTo(Long.class)
                .findOne()
                .orElse(-1L));
    }

    private static long day(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), MILLIS_PER_DAY);
    }
}
