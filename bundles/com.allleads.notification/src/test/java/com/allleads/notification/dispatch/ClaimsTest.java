package com.allleads.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.person.PersonId;
import com.allleads.notification.MessageState;
import com.allleads.store.testing.StoreRule;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

public final class ClaimsTest {

    private static final int MESSAGES = 200;
    private static final Duration LEASE = Duration.ofMinutes(5);

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private Postroom room;
    private Claims claims;

    @Before
    public void fill() {
        room = new Postroom(STORE);
        claims = new Claims(STORE.jdbi());
        PersonId person = room.person();
        STORE.transactions().required(() -> {
            for (int i = 0; i < MESSAGES; i++) {
                room.outbox.send("key/" + i, person, "welcome", Map.of());
            }
        });
    }

    @Test
    public void manyNodesClaimEachMessageOnce() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<List<Long>> node = this::claimAll;
            List<Long> claimed = new ArrayList<>();
            for (Future<List<Long>> ids : nodes.invokeAll(List.of(node, node, node, node))) {
                claimed.addAll(ids.get());
            }

            assertThat(claimed).hasSize(MESSAGES).doesNotHaveDuplicates();
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    public void leavesAloneWhatIsLeased() {
        Instant now = Instant.now();
        assertThat(claims.claim(MESSAGES, now, LEASE)).hasSize(MESSAGES);

        assertThat(claims.claim(MESSAGES, now.plus(LEASE).minusMillis(1), LEASE))
                .isEmpty();
        assertThat(claims.claim(10, now.plus(LEASE), LEASE))
                .hasSize(10)
                .allSatisfy(claimed -> assertThat(claimed.attempts()).isEqualTo(2));
    }

    @Test
    public void anEndingAfterTheLeaseWritesNothing() {
        Instant now = Instant.now();
        Claimed late = claims.claim(1, now, LEASE).get(0);
        Claimed second = claims.claim(MESSAGES, now.plus(LEASE), LEASE).stream()
                .filter(claimed -> claimed.id() == late.id())
                .findFirst()
                .orElseThrow();

        assertThat(write(late)).containsExactly(false);
        assertThat(write(second)).containsExactly(true);
        assertThat(room.messages.newest(Optional.of(MessageState.DEAD), 10)).hasSize(1);
    }

    private List<Boolean> write(Claimed claimed) {
        Ending ending = Ending.of(claimed, Outcome.Ended.dead("no mailbox"), Instant.now(), 3);
        return STORE.transactions()
                .required(() -> STORE.jdbi().withHandle(handle -> write(handle.getConnection(), ending)));
    }

    private static List<Boolean> write(Connection connection, Ending ending) {
        try {
            return new EndingWriter().write(connection, List.of(ending));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private List<Long> claimAll() {
        List<Long> ids = new ArrayList<>();
        // Coming second claims nothing though there is more; so each goes on until nothing is due.
        while (ids.addAll(claims.claim(7, Instant.now(), LEASE).stream()
                        .map(Claimed::id)
                        .toList())
                || due()) {}
        return ids;
    }

    private boolean due() {
        return !room.messages.newest(Optional.of(MessageState.WAITING), 1).isEmpty();
    }
}
