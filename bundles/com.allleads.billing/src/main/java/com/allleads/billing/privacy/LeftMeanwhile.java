package com.allleads.billing.privacy;

import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Accounts;
import com.allleads.api.store.Transactions;
import com.allleads.billing.refunds.Refunds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds people who deactivated their account while billing was away and so was not told: what is left of their money goes back as
 * if it had been. It looks at all who have money, some at each step, once after the start and then now and then; for whom it was
 * written down once is not looked at again. Used by one thread.
 */
@Component(service = LeftMeanwhile.class)
public final class LeftMeanwhile {

    private static final Logger LOG = LoggerFactory.getLogger(LeftMeanwhile.class);
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int PEOPLE_AT_ONCE = 500;

    private final Jdbi jdbi;
    private final CurrentAccounts accounts;
    private final Refunds refunds;
    private final Transactions transactions;
    private final Clock clock;
    private final int peopleAtOnce;

    private Optional<String> after = Optional.empty();
    private Instant next = Instant.MIN;

    @Activate
    public LeftMeanwhile(
            @Reference(target = "(schema=com.allleads.billing)") Jdbi jdbi,
            @Reference CurrentAccounts accounts,
            @Reference Refunds refunds,
            @Reference Transactions transactions) {
        this(jdbi, accounts, refunds, transactions, Clock.systemUTC(), PEOPLE_AT_ONCE);
    }

    /** With a clock and steps of its own. */
    LeftMeanwhile(
            Jdbi jdbi,
            CurrentAccounts accounts,
            Refunds refunds,
            Transactions transactions,
            Clock clock,
            int peopleAtOnce) {
        this.jdbi = jdbi;
        this.accounts = accounts;
        this.refunds = refunds;
        this.transactions = transactions;
        this.clock = clock;
        this.peopleAtOnce = peopleAtOnce;
    }

    /** Does the next step where one is due; does nothing while registration is away. */
    public void step() {
        Optional<Accounts> people = accounts.get();
        if (people.isEmpty() || clock.instant().isBefore(next)) {
            return;
        }
        List<PersonId> some = withMoney();
        Set<PersonId> left = some.isEmpty() ? Set.of() : people.get().deactivated(some);
        left.forEach(person -> transactions.required(() -> refunds.owe(person, clock.instant())));
        if (!left.isEmpty()) {
            LOG.info(
                    "{} people deactivated their account unnoticed; what is left of their money goes back",
                    left.size());
        }
        if (some.size() < peopleAtOnce) {
            after = Optional.empty();
            next = clock.instant().plus(PAUSE);
        } else {
            after = Optional.of(some.get(some.size() - 1).toString());
        }
    }

    private List<PersonId> withMoney() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT DISTINCT a.holder FROM billing_account a"
                        + " WHERE a.kind IN ('PERSON', 'PROMOTIONAL', 'HELD', 'HELD_PROMOTIONAL') AND a.balance > 0"
                        + " AND a.holder > :after AND NOT EXISTS"
                        + " (SELECT 1 FROM billing_leaver l WHERE l.person = a.holder)"
                        + " ORDER BY a.holder FETCH FIRST :rows ROWS ONLY")
                .bind("after", after.orElse(""))
                .bind("rows", peopleAtOnce)
                .map((row, context) -> PersonId.parse(row.getString("holder")))
                .list());
    }
}
