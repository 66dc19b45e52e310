package com.allleads.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.person.PersonId;
import com.allleads.notification.dispatch.Postroom;
import com.allleads.store.testing.StoreRule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

public final class StoredOutboxTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private Postroom room;
    private PersonId ada;

    @Before
    public void open() {
        room = new Postroom(STORE);
        ada = room.person();
    }

    @Test
    public void anotherTransactionWithTheSameKeyGoesOn() throws Exception {
        CountDownLatch stored = new CountDownLatch(1);
        Thread first = new Thread(() -> STORE.transactions().required(() -> {
            room.outbox.send("welcome/1", ada, "welcome", Map.of());
            stored.countDown();
            room.outbox.send("welcome/2", ada, "welcome", Map.of());
        }));
        first.start();
        stored.await();
        STORE.transactions().required(() -> {
            room.outbox.send("welcome/1", ada, "welcome", Map.of());
            room.outbox.send("welcome/3", ada, "welcome", Map.of());
        });
        first.join();

        assertThat(room.outbox.known(List.of("welcome/1", "welcome/2", "welcome/3")))
                .hasSize(3);
        assertThat(room.messages.newest(Optional.empty(), 10)).hasSize(3);
    }

    @Test
    public void aKeyThatIsStoredBetweenLookAndWriteDoesNotHarmTheTransaction() {
        room.send("welcome/1", ada, "welcome");

        STORE.transactions().required(() -> {
            assertThat(room.messages.add(
                            "welcome/1", "r", ada, "welcome", Optional.empty(), new byte[] {1}, Instant.now()))
                    .isFalse();
            room.outbox.send("welcome/2", ada, "welcome", Map.of());
        });

        assertThat(room.messages.newest(Optional.empty(), 10)).hasSize(2);
    }

    @Test
    public void keepsNothingInClear() {
        room.outbox.send("welcome/1", ada, "welcome", Map.of("pin", "123456"));

        Map<String, Object> row = STORE.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT * FROM notification_message")
                        .mapToMap()
                        .one());
        assertThat(new String((byte[]) row.remove("sealed_values"), StandardCharsets.ISO_8859_1))
                .doesNotContain("123456");
        assertThat(row.toString()).contains("welcome").doesNotContain("123456", "Ada", "@");
    }

    @Test
    public void refusesWhatDoesNotFit() {
        refuses("", "welcome", Map.of());
        refuses("k".repeat(101), "welcome", Map.of());
        refuses("welcome/1", "No template", Map.of());
        refuses("welcome/1", "welcome", Map.of("text", "x".repeat(4_000)));
    }

    @Test
    public void tellsThePersonWhatWasSent() {
        room.openWithNews();
        room.send("welcome/1", ada, "welcome");
        room.send("welcome/2", room.person(), "welcome");
        room.awaitSent(2);
        room.close();

        Map<String, Object> held = new MessagesToPerson(room.messages).heldAbout(ada);

        assertThat((List<?>) held.get("messages")).hasSize(1);
        assertThat(held.toString()).contains("template=welcome, class=ACCOUNT, state=SENT", "channel=recorder");
        assertThat(held.toString()).doesNotContain("123456", "@");
    }

    private void refuses(String key, String template, Map<String, String> values) {
        assertThatThrownBy(() -> room.outbox.send(key, ada, template, values))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(room.messages.newest(Optional.empty(), 10)).isEmpty();
    }
}
