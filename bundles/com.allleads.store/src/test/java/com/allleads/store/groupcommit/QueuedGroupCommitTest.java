package com.allleads.store.groupcommit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.store.Committer;
import com.allleads.api.store.StoreException;
import com.allleads.store.testing.StoreRule;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.Timeout;

public class QueuedGroupCommitTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    @Rule
    public final Timeout patience = Timeout.seconds(60);

    private final FaultyDataSource dataSource = new FaultyDataSource(STORE.dataSource());
    private final QueuedGroupCommit groupCommit = new QueuedGroupCommit(dataSource, STORE.transactions());
    private final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());

    @Before
    public void emptyTable() {
        STORE.jdbi().useHandle(handle -> handle.execute("delete from test_fruit"));
    }

    @Test
    public void anItemIsThereWhenCommitReturns() {
        try (Committer<String, Integer> committer = groupCommit.open("fruit", this::insert)) {
            assertThat(committer.commit("apple")).isEqualTo(5);
            assertThat(fruit()).containsExactly("apple");
        }
    }

    @Test
    public void whatGathersDuringABatchIsTheNextBatch() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (Committer<String, Integer> committer = groupCommit.open("fruit", (connection, items) -> {
            writing.countDown();
            await(goOn);
            return insert(connection, items);
        })) {
            List<CompletableFuture<Integer>> answers = new ArrayList<>();
            answers.add(committer.submit("first"));
            await(writing);
            IntStream.range(0, 600).forEach(i -> answers.add(committer.submit("fruit " + i)));
            goOn.countDown();
            answers.forEach(CompletableFuture::join);
        }

        assertThat(batches).containsExactly(1, QueuedCommitter.MOST_PER_COMMIT, 600 - QueuedCommitter.MOST_PER_COMMIT);
        assertThat(fruit()).hasSize(601);
    }

    @Test
    public void manyCallersEachGetTheirOwnAnswerOnce() {
        try (Committer<String, Integer> committer = groupCommit.open("fruit", this::insert)) {
            List<String> names = IntStream.range(0, 2_000)
                    .mapToObj(i -> "x".repeat(i % 20) + " " + i)
                    .toList();
            names.parallelStream()
                    .forEach(name -> assertThat(committer.commit(name)).isEqualTo(name.length()));
            assertThat(fruit()).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    public void oneBadItemFailsAlone() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        try (Committer<String, Integer> committer = groupCommit.open("fruit", (connection, items) -> {
            await(goOn);
            return insert(connection, items);
        })) {
            CompletableFuture<Integer> first = committer.submit("first");
            CompletableFuture<Integer> apple = committer.submit("apple");
            CompletableFuture<Integer> again = committer.submit("first");
            CompletableFuture<Integer> pear = committer.submit("pear");
            goOn.countDown();

            assertThat(first.join()).isEqualTo(5);
            assertThat(apple.join()).isEqualTo(5);
            assertThat(pear.join()).isEqualTo(4);
            assertThatThrownBy(again::join).hasCauseInstanceOf(StoreException.class);
        }

        assertThat(fruit()).containsExactlyInAnyOrder("first", "apple", "pear");
    }

    @Test
    public void refusesInsideATransaction() {
        try (Committer<String, Integer> committer = groupCommit.open("fruit", this::insert)) {
            assertThatThrownBy(() -> STORE.transactions().required(() -> committer.commit("apple")))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> STORE.transactions().required(() -> committer.submit("apple")))
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThat(fruit()).isEmpty();
    }

    @Test
    public void closingWritesWhatIsQueuedAndRefusesMore() {
        Committer<String, Integer> committer = groupCommit.open("fruit", this::insert);
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 1_000)
                .mapToObj(i -> committer.submit("fruit " + i))
                .toList();

        committer.close();

        assertThat(answers).allMatch(CompletableFuture::isDone).noneMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(fruit()).hasSize(1_000);
        assertThatThrownBy(() -> committer.commit("late")).isInstanceOf(IllegalStateException.class);
        committer.close();
    }

    @Test
    public void theStoreClosesWhatItsUsersLeftOpen() {
        Committer<String, Integer> committer = groupCommit.open("fruit", this::insert);

        groupCommit.close();

        assertThatThrownBy(() -> committer.commit("late")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> groupCommit.open("more", this::insert)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    public void failsWhileTheDatabaseIsAwayAndWorksWhenItIsBack() {
        try (Committer<String, Integer> committer = groupCommit.open("fruit", this::insert)) {
            dataSource.away = true;
            assertThatThrownBy(() -> committer.commit("apple")).isInstanceOf(StoreException.class);

            dataSource.away = false;
            assertThat(committer.commit("apple")).isEqualTo(5);
        }

        assertThat(fruit()).containsExactly("apple");
    }

    @Test
    public void aCommitThatIsNotConfirmedIsReportedAsSuchAndNotTriedAgain() {
        try (Committer<String, Integer> committer = groupCommit.open("fruit", this::insert)) {
            dataSource.commitsFail = true;
            assertThatThrownBy(() -> committer.commit("apple"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("did not confirm");
        }

        assertThat(batches).containsExactly(1);
        assertThat(fruit()).isEmpty();
    }

    @Test
    public void aRollbackThatFailsNeverBecomesACommit() {
        try (Committer<String, Integer> committer = groupCommit.open("fruit", (connection, items) -> {
            insert(connection, items);
            throw new IllegalStateException("after the fact");
        })) {
            dataSource.rollbacksFail = true;
            assertThatThrownBy(() -> committer.commit("apple")).isInstanceOf(StoreException.class);
        }

        assertThat(fruit()).isEmpty();
    }

    @Test
    public void anErrorInABatchDoesNotEndTheWriter() {
        try (Committer<String, Integer> committer = groupCommit.open("fruit", (connection, items) -> {
            if (items.contains("bad")) {
                throw new NoClassDefFoundError("a bundle is gone");
            }
            return insert(connection, items);
        })) {
            assertThatThrownBy(() -> committer.commit("bad")).isInstanceOf(StoreException.class);
            assertThat(committer.commit("apple")).isEqualTo(5);
        }
    }

    @Test
    public void aBatchThatAnswersTooLittleWritesNothing() {
        try (Committer<String, Integer> committer = groupCommit.open("fruit", (connection, items) -> {
            insert(connection, items);
            return List.of();
        })) {
            assertThatThrownBy(() -> committer.commit("apple")).isInstanceOf(StoreException.class);
        }

        assertThat(fruit()).isEmpty();
    }

    @Test
    public void anInterruptedCallerStillLearnsTheOutcome() {
        try (Committer<String, Integer> committer = groupCommit.open("fruit", this::insert)) {
            Thread.currentThread().interrupt();

            assertThat(committer.commit("apple")).isEqualTo(5);

            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    public void whatIsChainedToAnAnswerMayNotComeBack() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        try (Committer<String, Integer> committer = groupCommit.open("fruit", (connection, items) -> {
            await(goOn);
            return insert(connection, items);
        })) {
            CompletableFuture<Integer> chained =
                    committer.submit("apple").thenApply(length -> committer.commit("pear"));
            goOn.countDown();

            assertThatThrownBy(chained::join).hasCauseInstanceOf(IllegalStateException.class);
        }
    }

    private List<Integer> insert(Connection connection, List<String> names) throws SQLException {
        batches.add(names.size());
        try (PreparedStatement insert = connection.prepareStatement("insert into test_fruit (name) values (?)")) {
            for (String name : names) {
                insert.setString(1, name);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return names.stream().map(String::length).toList();
    }

    private static List<String> fruit() {
        return STORE.jdbi().withHandle(handle -> handle.createQuery("select name from test_fruit")
                .mapTo(String.class)
                .list());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
