package com.allleads.store.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.store.StoreException;
import com.allleads.api.store.Transactions;
import com.allleads.store.testing.StoreRule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.transaction.Status;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

public class JtaTransactionsTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private Transactions transactions;

    @Before
    public void emptyTable() {
        transactions = STORE.transactions();
        STORE.jdbi().useHandle(handle -> handle.execute("delete from test_fruit"));
    }

    @After
    public void noTransactionIsLeftOnTheThread() throws Exception {
        assertThat(STORE.transactionManager().getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
    }

    @Test
    public void commitsWhatSeveralHandlesWroteAsOne() {
        String answer = transactions.required(() -> {
            insert("apple");
            insert("pear");
            assertThat(transactions.active()).isTrue();
            return "done";
        });

        assertThat(answer).isEqualTo("done");
        assertThat(transactions.active()).isFalse();
        assertThat(fruit()).containsExactly("apple", "pear");
    }

    @Test
    public void rollsBackAndThrowsOnTheVeryException() {
        IllegalArgumentException failure = new IllegalArgumentException("no more fruit");

        assertThatThrownBy(() -> transactions.required(() -> {
                    insert("apple");
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(fruit()).isEmpty();
    }

    @Test
    public void doesAfterwardsOnlyOnceTheTransactionHasEnded() {
        List<String> seen = new ArrayList<>();

        transactions.required(() -> {
            insert("apple");
            transactions.afterwards(() -> seen.addAll(fruitForOthers()));
            assertThat(seen).isEmpty();
        });

        assertThat(seen).containsExactly("apple");
    }

    @Test
    public void doesAfterwardsAlsoWhatFollowsARollBack() {
        List<String> done = new ArrayList<>();

        assertThatThrownBy(() -> transactions.required(() -> {
                    transactions.afterwards(() -> done.add("registered before"));
                    setRollbackOnly();
                    transactions.afterwards(() -> done.add("registered when doomed"));
                }))
                .isInstanceOf(StoreException.class);

        assertThat(done).containsExactlyInAnyOrder("registered before", "registered when doomed");
    }

    @Test
    public void doesAtOnceWhatFollowsNoTransaction() {
        List<String> done = new ArrayList<>();

        transactions.afterwards(() -> done.add("once"));

        assertThat(done).containsExactly("once");
    }

    @Test
    public void whatFailsAfterwardsLeavesTheTransactionCommitted() {
        transactions.required(() -> {
            insert("apple");
            transactions.afterwards(() -> {
                throw new IllegalStateException("too late");
            });
        });

        assertThat(fruit()).containsExactly("apple");
    }

    @Test
    public void rollsBackOnAnErrorToo() {
        assertThatThrownBy(() -> transactions.required(() -> {
                    insert("apple");
                    throw new NoClassDefFoundError("a bundle is gone");
                }))
                .isInstanceOf(NoClassDefFoundError.class);

        assertThat(fruit()).isEmpty();
    }

    @Test
    public void innerWorkBelongsToTheOuterTransaction() {
        assertThatThrownBy(() -> transactions.required(() -> {
                    transactions.required(() -> insert("apple"));
                    throw new IllegalStateException("later");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(fruit()).isEmpty();
    }

    @Test
    public void refusesToCommitWhereAnInnerFailureWasSwallowed() {
        assertThatThrownBy(() -> transactions.required(() -> {
                    insert("apple");
                    try {
                        transactions.required(() -> {
                            throw new IllegalStateException("inner");
                        });
                    } catch (IllegalStateException swallowed) {
                        // As careless code does.
                    }
                }))
                .isInstanceOf(StoreException.class);

        assertThat(fruit()).isEmpty();
    }

    @Test
    public void refusesMoreWorkInATransactionThatIsToRollBack() {
        assertThatThrownBy(() -> transactions.required(() -> {
                    setRollbackOnly();
                    transactions.required(() -> insert("apple"));
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(fruit()).isEmpty();
    }

    @Test
    public void refusesWorkThatEndsTheTransactionItself() {
        assertThatThrownBy(() -> transactions.required(() -> {
                    insert("apple");
                    rollback();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(fruit()).isEmpty();
    }

    @Test
    public void refusesWorkThatLeavesTheTransaction() {
        assertThatThrownBy(() -> transactions.required(() -> {
                    insert("apple");
                    suspend();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(fruit()).isEmpty();
    }

    @Test
    public void eachStatementCommitsByItselfOutsideOfATransaction() {
        insert("apple");

        assertThatThrownBy(() -> insert("apple")).isInstanceOf(UnableToExecuteStatementException.class);
        assertThat(fruit()).containsExactly("apple");
    }

    @Test
    public void aFailedStatementDoomsTheTransactionThoughItsFailureIsSwallowed() {
        assertThatThrownBy(() -> transactions.required(() -> {
                    insert("apple");
                    try {
                        insert("a name much longer than the fifty characters of its column");
                    } catch (UnableToExecuteStatementException swallowed) {
                        // As careless code does.
                    }
                }))
                .isInstanceOf(StoreException.class);

        assertThat(fruit()).isEmpty();
    }

    @Test
    public void derbyForgivesAViolatedConstraint() {
        transactions.required(() -> {
            insert("apple");
            try {
                insert("apple");
            } catch (UnableToExecuteStatementException alreadyThere) {
                // As an insert does that is to be made once.
            }
            insert("pear");
        });

        assertThat(fruit()).containsExactly("apple", "pear");
    }

    @Test
    public void exceptionsShowNoBoundValues() {
        insert("apple");

        assertThatThrownBy(() -> insert("apple")).hasMessageNotContaining("apple");
    }

    private static void insert(String name) {
        STORE.jdbi().useHandle(handle -> handle.execute("insert into test_fruit (name) values (?)", name));
    }

    private static List<String> fruit() {
        return STORE.jdbi().withHandle(handle -> handle.createQuery("select name from test_fruit order by name")
                .mapTo(String.class)
                .list());
    }

    private static List<String> fruitForOthers() {
        return CompletableFuture.supplyAsync(JtaTransactionsTest::fruit).join();
    }

    private static void setRollbackOnly() {
        try {
            STORE.transactionManager().setRollbackOnly();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void rollback() {
        try {
            STORE.transactionManager().rollback();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void suspend() {
        try {
            STORE.transactionManager().suspend();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
