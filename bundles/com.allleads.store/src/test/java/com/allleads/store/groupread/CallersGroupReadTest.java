package com.allleads.store.groupread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.store.Lookup;
import com.allleads.api.store.RowReader;
import com.allleads.api.store.StoreException;
import com.allleads.store.testing.StoreRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class CallersGroupReadTest {

    private static final String QUERY = "SELECT id, word FROM words WHERE id IN";
    private static final int ROWS = 200;

    @Rule
    public final StoreRule store = new StoreRule();

    private final ExecutorService callers = Executors.newFixedThreadPool(ROWS);
    private Lookup<String, String> words;

    @Before
    public void rows() {
        store.jdbi().useHandle(handle -> {
            handle.execute("CREATE TABLE words (id CHAR(4) PRIMARY KEY, word VARCHAR(20) NOT NULL)");
            IntStream.range(0, ROWS)
                    .forEach(i -> handle.execute("INSERT INTO words VALUES (?, ?)", id(i), "word " + i));
        });
        words = store.groupRead().lookup(QUERY, CallersGroupReadTest::row);
    }

    @After
    public void end() {
        callers.shutdownNow();
    }

    @Test
    public void findsARowByItsKeyAndNothingUnderAnother() {
        assertThat(words.find(id(7))).contains("word 7");
        assertThat(words.find("none")).isEmpty();
    }

    @Test
    public void findsWhatWasWrittenSinceTheLastQuestion() {
        assertThat(words.find("new ")).isEmpty();
        store.jdbi().useHandle(handle -> handle.execute("INSERT INTO words VALUES ('new ', 'new')"));
        assertThat(words.find("new ")).contains("new");
        store.jdbi().useHandle(handle -> handle.execute("DELETE FROM words WHERE id = 'new '"));
        assertThat(words.find("new ")).isEmpty();
    }

    @Test
    public void readsForAllWhoCameWhileItReadAndGivesEachTheirOwn() throws Exception {
        Gate gate = new Gate();
        Lookup<String, String> gated = store.groupRead().lookup(QUERY, gate::read);
        CompletableFuture<Optional<String>> first = ask(gated, id(0));
        gate.entered.await(30, TimeUnit.SECONDS);
        CompletableFuture<?>[] rest = IntStream.range(1, ROWS)
                .mapToObj(i ->
                        ask(gated, id(i)).thenAccept(found -> assertThat(found).contains("word " + i)))
                .toArray(CompletableFuture<?>[]::new);
        gate.open.countDown();

        assertThat(first.get(30, TimeUnit.SECONDS)).contains("word 0");
        CompletableFuture.allOf(rest).get(30, TimeUnit.SECONDS);
    }

    @Test
    public void tellsEverybodyWhenAReadFailsAndReadsAgainForTheNext() {
        Lookup<String, String> broken =
                store.groupRead().lookup("SELECT id, word FROM gone WHERE id IN", CallersGroupReadTest::row);

        CompletableFuture<?>[] all = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> assertThatThrownBy(() -> broken.find(id(i))).isInstanceOf(StoreException.class), callers))
                .toArray(CompletableFuture<?>[]::new);

        assertThat(CompletableFuture.allOf(all)).succeedsWithin(30, TimeUnit.SECONDS);
        store.jdbi()
                .useHandle(handle -> handle.execute("CREATE TABLE gone (id CHAR(4) PRIMARY KEY, word VARCHAR(20))"));
        assertThat(broken.find(id(1))).isEmpty();
    }

    @Test
    public void findsInATransactionWhatThatWrote() {
        store.transactions().required(() -> {
            store.jdbi().useHandle(handle -> handle.execute("INSERT INTO words VALUES ('mine', 'mine')"));
            assertThat(words.find("mine")).contains("mine");
        });
    }

    private CompletableFuture<Optional<String>> ask(Lookup<String, String> lookup, String id) {
        return CompletableFuture.supplyAsync(() -> lookup.find(id), callers);
    }

    private static RowReader.Row<String, String> row(ResultSet row) throws SQLException {
        return new RowReader.Row<>(row.getString(1), row.getString(2));
    }

    private static String id(int number) {
        return String.format("%04d", number);
    }

    /** Holds up the first read, so that others come meanwhile. */
    private static final class Gate {

        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);

        RowReader.Row<String, String> read(ResultSet row) throws SQLException {
            entered.countDown();
            try {
                assertThat(open.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new SQLException(e);
            }
            return row(row);
        }
    }
}
