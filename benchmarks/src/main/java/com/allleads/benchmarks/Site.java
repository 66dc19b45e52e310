package com.allleads.benchmarks;

import com.allleads.api.billing.Charge;
import com.allleads.api.billing.ChargeAnswer.Charged;
import com.allleads.api.person.PersonId;
import com.allleads.billing.BillingSettings;
import com.allleads.billing.Settings;
import com.allleads.billing.ledger.AccountName;
import com.allleads.billing.ledger.Guard;
import com.allleads.billing.ledger.Ledger;
import com.allleads.billing.ledger.LedgerAccounts;
import com.allleads.billing.ledger.LedgerBalances;
import com.allleads.billing.ledger.Movement.Transfer;
import com.allleads.billing.ledger.Posting;
import com.allleads.billing.ledger.PostingAnswer.Posted;
import com.allleads.billing.ledger.TransactionKind;
import com.allleads.store.testing.StoreRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The ledger with people who have money on their balances. */
final class Site implements AutoCloseable {

    private static final CurrencyUnit CURRENCY = CurrencyUnit.USD;
    private static final long FUNDS = 1_000_000_000;

    private final LedgerAccounts accounts;
    private final Ledger ledger;
    private final LedgerBalances balances;
    private final AtomicLong charges = new AtomicLong();
    /** Of this run, so that a database can be used again. */
    private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    Site(StoreRule store) {
        BillingSettings settings = new BillingSettings(
                store.jdbi(),
                new Settings(
                        CURRENCY,
                        Money.ofMinor(CURRENCY, 100),
                        Money.ofMinor(CURRENCY, FUNDS),
                        Optional.empty(),
                        Duration.ofSeconds(10),
                        64,
                        Optional.empty()));
        accounts = new LedgerAccounts(store.jdbi(), settings);
        ledger = new Ledger(store.jdbi(), store.groupCommit());
        balances = new LedgerBalances(ledger, accounts, settings, store.jdbi());
    }

    /** So many people with enough money for any benchmark. */
    List<PersonId> people(int count) {
        List<PersonId> people = Stream.generate(PersonId::random).limit(count).toList();
        people.forEach(person -> accounts.open(AccountName.of(person)));
        people.parallelStream().forEach(person -> {
            Posting topUp = new Posting(
                    person,
                    "fund-" + person,
                    TransactionKind.TOP_UP,
                    "Top-up",
                    "benchmark",
                    Posting.NO_DATA,
                    Transfer.between(
                            accounts.open(AccountName.of(person)),
                            FUNDS,
                            accounts.open(accounts.partition(person).clearing("benchmark"))),
                    Guard.NONE);
            if (!(ledger.post(topUp) instanceof Posted)) {
                throw new IllegalStateException("the top-up was refused");
            }
        });
        return people;
    }

    /** A cent for an order, with the data that an order has. */
    void spend(PersonId person) {
        String key = run + "-" + charges.incrementAndGet();
        Charge charge = new Charge(
                key,
                person,
                Money.ofMinor(CURRENCY, 1),
                "1 × Listing",
                Map.of("service", "listing", "name", "Listing", "quantity", "1", "unitPrice", "1"));
        if (!(balances.charge(charge) instanceof Charged)) {
            throw new IllegalStateException("the charge was refused");
        }
    }

    /** What a person can spend. */
    Money available(PersonId person) {
        return balances.balance(person).available();
    }

    @Override
    public void close() {
        ledger.close();
    }
}
