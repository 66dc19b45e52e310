package com.allleads.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.billing.PrepaidBalances.TakenCharge;
import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.billing.BillingSettings;
import com.allleads.billing.Testing;
import com.allleads.billing.ledger.Movement.Spend;
import com.allleads.billing.ledger.Movement.Transfer;
import com.allleads.billing.ledger.PostingAnswer.Posted;
import com.allleads.billing.ledger.PostingAnswer.ReferenceReused;
import com.allleads.store.testing.StoreRule;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** What holds where two writers work side by side. */
public class PartitionsTest {

    private static final Partition FIRST = new Partition(0, 2);
    private static final Partition SECOND = new Partition(1, 2);

    @Rule
    public final StoreRule store;

    private final OwnTransactions transactions;

    private final LedgerBatch firstWriter = new LedgerBatch(FIRST, Clock.systemUTC());
    private final LedgerBatch secondWriter = new LedgerBatch(SECOND, Clock.systemUTC());
    private LedgerAccounts accounts;

    public PartitionsTest() {
        this(new StoreRule("db/changelog.xml"));
    }

    PartitionsTest(StoreRule store) {
        this.store = store;
        this.transactions = new OwnTransactions(store);
    }

    @Before
    public void begin() {
        BillingSettings settings = Testing.settings(store, Duration.ofSeconds(1));
        accounts = new LedgerAccounts(store.jdbi(), settings);
    }

    /** Whoever changes this moves people away from their money. */
    @Test
    public void keepsPeopleWhereTheyAre() {
        assertThat(Partition.of(PersonId.parse("6f1c2b6e-52a5-4ad9-9a0f-6a8a1f9f3a10"), 2))
                .isEqualTo(SECOND);
        assertThat(Partition.of(PersonId.parse("6f1c2b6e-52a5-4ad9-9a0f-6a8a1f9f3a11"), 2))
                .isEqualTo(FIRST);
    }

    @Test
    public void letsWritersWorkSideBySide() throws SQLException {
        PersonId one = funded(FIRST, firstWriter);
        PersonId other = funded(SECOND, secondWriter);

        try (Connection slow = transactions.begin()) {
            firstWriter.write(slow, List.of(spend(one, "a")));
            assertThat(transactions.write(secondWriter, spend(other, "b"))).hasOnlyElementsOfType(Posted.class);
            slow.commit();
        }

        assertThat(accounts.total(AccountKind.REVENUE).getAmountMinorLong()).isEqualTo(2);
        assertThat(verification().firstBroken()).isEmpty();
    }

    @Test
    public void givesAReferenceToOneOfTwoWhoseWritersAreAskedForItAtOnce() throws Exception {
        PersonId one = funded(FIRST, firstWriter);
        PersonId other = funded(SECOND, secondWriter);

        try (Connection slow = transactions.begin()) {
            firstWriter.write(slow, List.of(spend(one, "same")));
            CompletableFuture<List<PostingAnswer>> waiting =
                    CompletableFuture.supplyAsync(() -> written(secondWriter, spend(other, "same"), spend(other, "c")));
            awaitThatSomebodyWaits(waiting);
            slow.commit();

            assertThat(waiting.get(20, TimeUnit.SECONDS).get(0)).isEqualTo(new ReferenceReused());
            assertThat(waiting.join().get(1)).isInstanceOf(Posted.class);
        }
        assertThat(verification().firstBroken()).isEmpty();
    }

    @Test
    public void listsNoChargeBeforeOneThatIsStillBeingWritten() throws Exception {
        PersonId one = funded(FIRST, firstWriter);
        PersonId other = funded(SECOND, secondWriter);
        TakenCharges charges = new TakenCharges(store.jdbi());

        try (Connection slow = transactions.begin()) {
            firstWriter.write(slow, List.of(spend(one, "order-slow")));
            transactions.write(secondWriter, spend(other, "order-fast"));
            CompletableFuture<Slice<TakenCharge>> listing =
                    CompletableFuture.supplyAsync(() -> charges.list("order-", 10, 0));
            awaitThatSomebodyWaits(listing);
            slow.commit();

            assertThat(listing.get(20, TimeUnit.SECONDS).items())
                    .extracting(taken -> taken.charge().key())
                    .containsExactly("order-slow", "order-fast");
        }
    }

    @Test
    public void refusesToMoveWhatTheOtherWriterMoves() throws SQLException {
        PersonId other = funded(SECOND, secondWriter);

        assertThatThrownBy(() -> transactions.write(firstWriter, spend(other, "a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not moved by the writer of main");

        long elsewhere = accounts.open(FIRST.revenue());
        Posting astray = posting(other, "b", new Spend(accounts.open(AccountName.of(other)), 1, elsewhere, elsewhere));
        assertThatThrownBy(() -> transactions.write(secondWriter, astray))
                .hasMessageContaining("is not moved by the writer of main#2");
    }

    @Test
    public void findsAnAccountThatBothChainsMoved() throws SQLException {
        PersonId other = funded(SECOND, secondWriter);
        LedgerBatch astray = new LedgerBatch(new Partition(0, 1), Clock.systemUTC());
        long revenue = accounts.open(FIRST.revenue());

        transactions.write(
                astray, posting(other, "a", new Spend(accounts.open(AccountName.of(other)), 1, revenue, revenue)));

        assertThat(verification().firstBroken())
                .get()
                .asString()
                .contains("of account " + accounts.open(AccountName.of(other)))
                .contains("is not in the chain of the ones before it");
    }

    @Test
    public void keepsTheOneChainThatALedgerBeganWith() {
        store.jdbi().useHandle(handle -> handle.execute("DELETE FROM billing_chain WHERE name <> 'main'"));

        assertThat(Partitions.of(store.jdbi()).all()).containsExactly(new Partition(0, 1));
        assertThat(new LedgerAccounts(store.jdbi(), Testing.settings(store, Duration.ofSeconds(1)))
                        .partition(personOf(SECOND))
                        .chain())
                .isEqualTo("main");
    }

    /** Derby and PostgreSQL tell it differently, so that its thread is asked: it came nowhere, as somebody else has what it needs. */
    private static void awaitThatSomebodyWaits(CompletableFuture<?> work) {
        Awaitility.await()
                .during(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(5))
                .until(() -> !work.isDone());
    }

    private PersonId funded(Partition partition, LedgerBatch writer) throws SQLException {
        PersonId person = personOf(partition);
        long paid = accounts.open(AccountName.of(person));
        accounts.open(partition.revenue());
        Transfer topUp = Transfer.between(paid, 1000, accounts.open(partition.clearing("sandbox")));
        assertThat(transactions.write(writer, posting(person, "fund-" + partition.number(), topUp)))
                .hasOnlyElementsOfType(Posted.class);
        return person;
    }

    private static PersonId personOf(Partition partition) {
        return Stream.generate(PersonId::random)
                .filter(person -> Partition.of(person, partition.of()).equals(partition))
                .findFirst()
                .orElseThrow();
    }

    private Posting spend(PersonId person, String reference) {
        long revenue = accounts.open(accounts.partition(person).revenue());
        return posting(person, reference, new Spend(accounts.open(AccountName.of(person)), 1, revenue, revenue));
    }

    private static Posting posting(PersonId person, String reference, Movement movement) {
        return new Posting(
                person, reference, TransactionKind.CHARGE, "Order", "person", Posting.NO_DATA, movement, Guard.NONE);
    }

    private List<PostingAnswer> written(LedgerBatch writer, Posting... postings) {
        try {
            return transactions.write(writer, postings);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private LedgerVerification.Result verification() {
        return new LedgerVerification(store.jdbi()).verify(entries -> {});
    }
}
