package com.allleads.billing.ledger;

import static com.allleads.billing.Testing.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.billing.Charge;
import com.allleads.api.person.PersonId;
import com.allleads.api.proof.ChainSource.Head;
import com.allleads.api.proof.SignedHeads.Comparison;
import com.allleads.billing.BillingSettings;
import com.allleads.billing.Testing;
import com.allleads.billing.ledger.Movement.Transfer;
import com.allleads.store.testing.StoreRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** Each kind of tampering is found. */
public class LedgerVerificationTest {

    @Rule
    public final StoreRule store = new StoreRule("db/changelog.xml");

    private final PersonId person = PersonId.random();
    private LedgerBalances balances;

    @Before
    public void fill() {
        BillingSettings settings = Testing.settings(store, Duration.ofSeconds(1));
        LedgerAccounts accounts = new LedgerAccounts(store.jdbi(), settings);
        Ledger ledger = new Ledger(store.jdbi(), store.groupCommit());
        balances = new LedgerBalances(ledger, accounts, settings, store.jdbi());
        ledger.post(new Posting(
                person,
                "top-up-1",
                TransactionKind.TOP_UP,
                "Top-up",
                "sandbox",
                Posting.NO_DATA,
                Transfer.between(
                        accounts.open(AccountName.of(person)),
                        100_000,
                        accounts.open(accounts.partition(person).clearing("sandbox"))),
                Guard.NONE));
        for (int i = 0; i < 10; i++) {
            charge(i);
        }
        assertThat(verify().valid()).isTrue();
    }

    @Test
    public void countsEveryEntry() {
        assertThat(verify().entries()).isEqualTo(22);
        assertThat(verify().firstBroken()).isEmpty();
    }

    @Test
    public void isNotDisturbedByWhatIsWrittenMeanwhile() {
        AtomicBoolean writing = new AtomicBoolean(true);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = 100; writing.get(); i++) {
                charge(i);
            }
        });
        try {
            for (int i = 0; i < 30; i++) {
                assertThat(verify().firstBroken()).isEmpty();
            }
        } finally {
            writing.set(false);
            writer.join();
        }
    }

    @Test
    public void findsAChangedAmount() {
        tamper("UPDATE billing_entry SET amount = amount - 1 WHERE change_no = 3 AND amount < 0");

        assertThat(verify().firstBroken()).get().asString().contains("do not sum to zero");
    }

    @Test
    public void findsAPairOfChangedAmounts() {
        tamper("UPDATE billing_entry SET amount = amount * 2 WHERE transaction_id ="
                + " (SELECT id FROM billing_transaction WHERE reference = 'order-4')");

        assertThat(verify().firstBroken()).get().asString().contains("not those that were written");
    }

    @Test
    public void findsAChangedReason() {
        tamper("UPDATE billing_transaction SET reason = 'Something else' WHERE reference = 'order-4'");

        assertThat(verify().valid()).isFalse();
    }

    @Test
    public void findsARemovedTransaction() {
        tamper("DELETE FROM billing_entry WHERE transaction_id ="
                + " (SELECT id FROM billing_transaction WHERE reference = 'order-4')");
        tamper("DELETE FROM billing_transaction WHERE reference = 'order-4'");

        assertThat(verify().valid()).isFalse();
    }

    @Test
    public void findsARemovedLink() {
        tamper("DELETE FROM billing_link WHERE place = 5");

        assertThat(verify().firstBroken()).get().asString().contains("link 5 of chain");
    }

    @Test
    public void findsARemovedEnd() {
        tamper("DELETE FROM billing_link WHERE place = (SELECT MAX(place) FROM billing_link)");

        assertThat(verify().firstBroken()).get().asString().contains("does not end in its head");
    }

    @Test
    public void findsAnAddedEntry() {
        tamper("INSERT INTO billing_entry (transaction_id, leg, account, change_no, amount, balance)"
                + " SELECT id, 7, account, 99, 5, 5 FROM billing_transaction WHERE reference = 'order-4'");

        assertThat(verify().valid()).isFalse();
    }

    @Test
    public void findsAnEntryOfNoTransaction() {
        tamper("INSERT INTO billing_entry (transaction_id, leg, account, change_no, amount, balance)"
                + " SELECT 99999999999, 0, id, changes + 1, 5, balance + 5 FROM billing_account WHERE kind = 'PERSON'");
        tamper("UPDATE billing_account SET changes = changes + 1, balance = balance + 5 WHERE kind = 'PERSON'");

        assertThat(verify().firstBroken()).get().asString().contains("in no chain");
    }

    @Test
    public void findsAChangedBalance() {
        tamper("UPDATE billing_account SET balance = balance + 1 WHERE kind = 'PERSON'");

        assertThat(verify().firstBroken()).get().asString().contains("balance of account");
    }

    @Test
    public void findsALedgerThatEndsBeforeItsSignedHead() {
        LedgerChains chains = new LedgerChains(store.jdbi());
        Head head = chains.heads().get(0);
        assertThat(chains.hash(head.chain(), head.links())).contains(head.hash());
        LedgerVerification verification = new LedgerVerification(store.jdbi());
        verification.signed = source -> new Comparison(
                1,
                Optional.of(Instant.EPOCH),
                source.hash(head.chain(), head.links() + 1).isPresent() ? List.of() : List.of("a link is missed"));

        assertThat(verification.verify(entries -> {}).firstBroken()).contains("a link is missed");

        charge(77);
        assertThat(verification.verify(entries -> {}).valid()).isTrue();
    }

    private LedgerVerification.Result verify() {
        return new LedgerVerification(store.jdbi()).verify(entries -> {});
    }

    private void charge(int number) {
        balances.charge(new Charge("order-" + number, person, usd("0.01"), "Order", Map.of()));
    }

    private void tamper(String sql) {
        store.jdbi().useHandle(handle -> assertThat(handle.execute(sql)).isPositive());
    }
}
