package com.allleads.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.billing.ChargeRow;
import com.allleads.api.person.PersonId;
import com.allleads.api.store.Batch;
import com.allleads.billing.BillingSettings;
import com.allleads.billing.Testing;
import com.allleads.billing.ledger.Movement.Spend;
import com.allleads.billing.ledger.Movement.Transfer;
import com.allleads.billing.ledger.PostingAnswer.Insufficient;
import com.allleads.billing.ledger.PostingAnswer.Posted;
import com.allleads.billing.ledger.PostingAnswer.ReferenceReused;
import com.allleads.store.testing.StoreRule;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** What a writer knows already must never be older than the tables. */
public class LedgerBatchTest {

    private static final Batch<String, Boolean> ROWS = LedgerBatchTest::insert;

    @Rule
    public final StoreRule store;

    private final OwnTransactions transactions;

    private final PersonId person = PersonId.random();
    private final Partition partition = Partition.of(person, Partitions.OF_A_NEW_LEDGER);
    private final LedgerBatch batch = new LedgerBatch(partition, Clock.systemUTC());
    private final LedgerBatch otherNode = new LedgerBatch(partition, Clock.systemUTC());
    private LedgerAccounts accounts;
    private BillingSettings settings;
    private long paid;
    private long revenue;
    private long clearing;

    public LedgerBatchTest() {
        this(new StoreRule("db/changelog.xml"));
    }

    LedgerBatchTest(StoreRule store) {
        this.store = store;
        this.transactions = new OwnTransactions(store);
    }

    @Before
    public void payIn() throws SQLException {
        settings = Testing.settings(store, Duration.ofSeconds(1));
        accounts = new LedgerAccounts(store.jdbi(), settings);
        paid = accounts.open(AccountName.of(person));
        revenue = accounts.open(partition.revenue());
        clearing = accounts.open(partition.clearing("sandbox"));
        transactions.write(batch, posting("top-up", TransactionKind.TOP_UP, Transfer.between(paid, 1000, clearing)));
    }

    @Test
    public void answersWhatIsAskedAgainAmongNewOnes() throws SQLException {
        Posted first = (Posted) transactions.write(batch, spend("a", 100)).get(0);

        List<PostingAnswer> answers =
                transactions.write(batch, spend("b", 10), spend("a", 100), spend("a", 99), spend("b", 10));

        assertThat(answers.get(1)).isEqualTo(new Posted(first.transaction(), false));
        assertThat(answers.get(2)).isEqualTo(new ReferenceReused());
        assertThat(answers.get(0)).isInstanceOfSatisfying(Posted.class, posted -> assertThat(posted.first())
                .isTrue());
        assertThat(answers.get(3)).isEqualTo(new Posted(((Posted) answers.get(0)).transaction(), false));
        assertThat(balance()).isEqualTo(890);
        assertThat(verification().valid()).isTrue();
    }

    @Test
    public void saysThatItWasMadeBeforeThatTheBalanceIsTooSmall() throws SQLException {
        Posted first = (Posted) transactions.write(batch, spend("a", 900)).get(0);

        List<PostingAnswer> answers = transactions.write(batch, spend("b", 10), spend("a", 900), spend("c", 91));

        assertThat(answers.get(1)).isEqualTo(new Posted(first.transaction(), false));
        assertThat(answers.get(2)).isEqualTo(new Insufficient(90));
    }

    @Test
    public void seesWhatAnotherNodeMoved() throws SQLException {
        transactions.write(batch, spend("a", 400));
        transactions.write(otherNode, spend("b", 400));

        assertThat(transactions.write(batch, spend("c", 201))).containsExactly(new Insufficient(200));
        transactions.write(batch, spend("d", 200));
        assertThat(transactions.write(otherNode, spend("e", 1))).containsExactly(new Insufficient(0));
        assertThat(verification().valid()).isTrue();
    }

    @Test
    public void addsToTheChainWhereverAnotherNodeLeftIt() throws SQLException {
        for (int i = 0; i < 3; i++) {
            transactions.write(batch, spend("a" + i, 1), spend("b" + i, 1));
            transactions.write(batch, spend("c" + i, 1));
            transactions.write(otherNode, spend("d" + i, 1));
        }

        assertThat(balance()).isEqualTo(988);
        assertThat(verification().valid()).isTrue();
    }

    @Test
    public void spendsCreditFirstThatWasGivenAfterItKnewTheAccount() throws SQLException {
        transactions.write(batch, spend("a", 100));
        long promotional = accounts.openPromotional(person);
        long promotion = accounts.open(partition.promotion());
        transactions.write(
                batch, posting("credit", TransactionKind.PROMOTION, Transfer.between(promotional, 50, promotion)));

        transactions.write(batch, spend("b", 60), spend("c", 1));

        assertThat(balance()).isEqualTo(889);
        assertThat(accounts.balance(AccountName.promotional(person)).isZero()).isTrue();
    }

    @Test
    public void forgetsWhatWasNotCommitted() throws SQLException {
        try (Connection connection = transactions.begin()) {
            batch.write(connection, List.of(spend("a", 900)));
            connection.rollback();
        }

        assertThat(transactions.write(batch, spend("b", 1000)).get(0)).isInstanceOf(Posted.class);
        assertThat(balance()).isZero();
        assertThat(verification().valid()).isTrue();
    }

    @Test
    public void forgetsWhatItMovedBeforeItFailed() throws SQLException {
        Posting failing = guarded("b", (connection, legs) -> {
            throw new SQLException("a guard that fails");
        });
        assertThatThrownBy(() -> transactions.write(batch, spend("a", 900), failing))
                .hasMessage("a guard that fails");

        assertThat(transactions.write(batch, spend("c", 1000)).get(0)).isInstanceOf(Posted.class);
        assertThat(balance()).isZero();
    }

    @Test
    public void triesAgainWhatTheDatabaseUndid() throws SQLException {
        AtomicInteger tries = new AtomicInteger();
        Posting undoneOnce = guarded("b", (connection, legs) -> {
            if (tries.incrementAndGet() == 1) {
                throw new SQLException("two waited for each other", "40001");
            }
            return true;
        });

        assertThat(transactions.write(batch, spend("a", 900), undoneOnce)).allMatch(Posted.class::isInstance);

        assertThat(balance()).isEqualTo(99);
        assertThat(verification().valid()).isTrue();
    }

    @Test
    public void writesOverNoBalanceThatSomebodyAltered() throws SQLException {
        transactions.write(batch, spend("a", 100));
        store.jdbi()
                .useHandle(handle -> handle.execute("UPDATE billing_account SET balance = 5000 WHERE id = ?", paid));

        assertThatThrownBy(() -> transactions.write(batch, spend("b", 1)))
                .hasMessageContaining("changed by another writer");

        transactions.write(batch, spend("b", 1));
        assertThat(verification().valid()).isFalse();
    }

    @Test
    public void writesTheRowsOfNewChargesWithThem() throws SQLException {
        makeRows();
        transactions.write(batch, withRow("a", 100, "first"));

        List<PostingAnswer> answers = transactions.write(
                batch, withRow("b", 10, "second"), withRow("a", 100, "again"), withRow("c", 10_000, "too dear"));

        assertThat(answers.get(1)).isInstanceOfSatisfying(Posted.class, posted -> assertThat(posted.first())
                .isFalse());
        assertThat(answers.get(2)).isEqualTo(new Insufficient(890));
        assertThat(rows()).containsExactlyInAnyOrder("first", "second");
    }

    @Test
    public void takesNoChargeWhoseRowCannotBeWritten() throws SQLException {
        makeRows();
        transactions.write(batch, withRow("a", 100, "row"));

        assertThatThrownBy(() -> transactions.write(batch, withRow("b", 10, "row")))
                .isInstanceOf(SQLException.class);

        assertThat(balance()).isEqualTo(900);
        transactions.write(batch, withRow("b", 10, "another row"));
        assertThat(balance()).isEqualTo(890);
        assertThat(rows()).containsExactlyInAnyOrder("row", "another row");
        assertThat(verification().valid()).isTrue();
    }

    private void makeRows() {
        store.jdbi().useHandle(handle -> handle.execute("CREATE TABLE row_of_charge (name VARCHAR(20) PRIMARY KEY)"));
    }

    private List<String> rows() {
        return store.jdbi().withHandle(handle -> handle.createQuery("SELECT name FROM row_of_charge")
                .mapTo(String.class)
                .list());
    }

    private static List<Boolean> insert(Connection connection, List<String> names) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO row_of_charge (name) VALUES (?)")) {
            for (String name : names) {
                insert.setString(1, name);
                insert.executeUpdate();
            }
        }
        return Collections.nCopies(names.size(), true);
    }

    private Posting withRow(String reference, long price, String row) {
        Movement movement = new Spend(paid, price, revenue, revenue);
        return posting(
                reference, TransactionKind.CHARGE, movement, Guard.NONE, Optional.of(new ChargeRow<>(ROWS, row)));
    }

    private Posting spend(String reference, long price) {
        return posting(reference, TransactionKind.CHARGE, new Spend(paid, price, revenue, revenue));
    }

    private Posting guarded(String reference, Guard guard) {
        Movement movement = Transfer.between(paid, -1, revenue);
        return posting(reference, TransactionKind.CHARGE, movement, guard, Optional.empty());
    }

    private Posting posting(String reference, TransactionKind kind, Movement movement) {
        return posting(reference, kind, movement, Guard.NONE, Optional.empty());
    }

    private Posting posting(
            String reference, TransactionKind kind, Movement movement, Guard guard, Optional<ChargeRow<?>> row) {
        return new Posting(person, reference, kind, "Order", "person", Posting.NO_DATA, movement, guard, row);
    }

    private long balance() {
        return accounts.balance(AccountName.of(person)).getAmountMinorLong();
    }

    private LedgerVerification.Result verification() {
        return new LedgerVerification(store.jdbi()).verify(entries -> {});
    }
}
