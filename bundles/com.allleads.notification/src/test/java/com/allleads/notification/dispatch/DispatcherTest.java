package com.allleads.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.allleads.api.consent.Purpose;
import com.allleads.api.notification.MessageClass;
import com.allleads.api.notification.MessageTemplate;
import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Accounts;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Recipient;
import com.allleads.api.vault.Use;
import com.allleads.notification.MessageState;
import com.allleads.notification.StoredMessage;
import com.allleads.spi.channel.ChannelKind;
import com.allleads.spi.channel.ChannelMessage;
import com.allleads.spi.channel.Delivery;
import com.allleads.spi.party.PartyField;
import com.allleads.spi.party.PartyUse;
import com.allleads.store.testing.StoreRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

public final class DispatcherTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private Postroom room;
    private RecordingChannel channel;
    private PersonId ada;

    @Before
    public void open() {
        room = new Postroom(STORE);
        channel = room.install(1, RecordingChannel.inside());
        room.install(Letter.welcome());
        room.install(Letter.news());
        ada = room.person();
    }

    @After
    public void close() {
        room.close();
    }

    @Test
    public void sendsOnceAfterTheCommit() {
        room.open();
        STORE.transactions().required(() -> {
            room.outbox.send("welcome/1", ada, "welcome", Map.of("pin", "123456"));
            assertThat(channel.handed).isEmpty();
        });

        StoredMessage sent = room.awaitOnly(MessageState.SENT);
        assertThat(sent.messageClass()).contains(MessageClass.ACCOUNT);
        assertThat(sent.channel()).contains("recorder");
        assertThat(sent.attempts()).isEqualTo(1);
        assertThat(sent.nextAttempt()).isEmpty();
        assertThat(channel.handed).hasSize(1);
        ChannelMessage letter = channel.handed.get(0);
        assertThat(letter.to()).isEqualTo("ada@mail.example");
        assertThat(letter.subject()).isEqualTo("Welcome, Ada");
        assertThat(letter.text()).isEqualTo("Your PIN is 123456. Test site https://site.example");
        assertThat(letter.id()).matches("[a-z]{32}");
    }

    @Test
    public void doesNotWaitForTheNextLook() {
        room.open(new DispatchSettings(
                "Test site", "https://site.example", 3, 4, 64, Postroom.LEASE, Duration.ofMinutes(10)));
        room.outbox.send("welcome/1", ada, "welcome", Map.of("pin", "1"));
        room.awaitOnly(MessageState.SENT);

        room.send("welcome/2", ada, "welcome");
        room.awaitSent(2);
    }

    @Test
    public void sendsNothingAfterARollBack() {
        room.open();
        assertThat(rolledBack()).isTrue();
        room.send("welcome/2", ada, "welcome");

        room.awaitOnly(MessageState.SENT);
        assertThat(channel.handed).hasSize(1);
    }

    @Test
    public void forgetsTheValuesOnceItIsSent() {
        room.send("welcome/1", ada, "welcome");
        assertThat(sealedValues()).isEqualTo(1);

        room.open();
        room.awaitOnly(MessageState.SENT);
        assertThat(sealedValues()).isZero();
    }

    @Test
    public void triesAgainAfterAPause() {
        channel.answer = message -> new Delivery.Later("busy", Duration.ofMinutes(7));
        room.open();
        room.send("welcome/1", ada, "welcome");
        StoredMessage waiting = room.awaitReason("busy");
        assertThat(waiting.state()).isEqualTo(MessageState.WAITING);
        assertThat(waiting.nextAttempt().orElseThrow()).isAfter(Instant.now().plusSeconds(6 * 60));

        channel.answer = message -> new Delivery.Accepted("later");
        room.putForward(Duration.ofMinutes(8));

        assertThat(room.awaitOnly(MessageState.SENT).attempts()).isEqualTo(2);
        assertThat(channel.handed)
                .extracting(ChannelMessage::id)
                .hasSize(2)
                .containsOnly(channel.handed.get(0).id());
    }

    @Test
    public void givesUpAfterTheLastAttempt() {
        channel.answer = message -> {
            throw new IllegalStateException("cannot reach " + message.to());
        };
        room.open();
        room.send("welcome/1", ada, "welcome");
        await().until(() -> {
            room.putForward(Duration.ofMinutes(1));
            return room.only().state() == MessageState.DEAD;
        });

        assertThat(room.only().attempts()).isEqualTo(3);
        assertThat(room.only().reason().orElseThrow())
                .contains("IllegalStateException")
                .doesNotContain("@");
        assertThat(channel.handed).hasSize(3);
    }

    @Test
    public void givesUpAtOnceWhatCannotBeDelivered() {
        channel.answer = message -> new Delivery.Rejected("no mailbox\r\n" + message.to());
        room.open();
        room.send("welcome/1", ada, "welcome");

        StoredMessage dead = room.awaitOnly(MessageState.DEAD);
        assertThat(dead.reason()).contains("channel recorder: no mailbox (address)");
        assertThat(dead.attempts()).isEqualTo(1);
    }

    @Test
    public void anOperatorHasADeadMessageTriedAgain() {
        channel.answer = message -> new Delivery.Rejected("no mailbox");
        room.open();
        room.send("welcome/1", ada, "welcome");
        StoredMessage dead = room.awaitOnly(MessageState.DEAD);

        channel.answer = message -> new Delivery.Accepted("now");
        assertThat(room.messages.retry(dead.id() + 1, Instant.now())).isFalse();
        assertThat(room.messages.retry(dead.id(), Instant.now())).isTrue();

        assertThat(room.awaitOnly(MessageState.SENT).reason()).isEmpty();
        assertThat(room.messages.retryDead(Instant.now())).isZero();
    }

    @Test
    public void takesUpWhatADeadNodeWasSending() {
        room.send("welcome/1", ada, "welcome");
        assertThat(new Claims(STORE.jdbi()).claim(10, room.clock().instant(), Postroom.LEASE))
                .hasSize(1);
        room.open();
        room.send("welcome/2", ada, "welcome");
        await().until(() -> channel.handed.size() == 1);
        assertThat(room.messages.newest(Optional.of(MessageState.SENDING), 10)).hasSize(1);

        room.putForward(Postroom.LEASE);

        await().until(() ->
                room.messages.newest(Optional.of(MessageState.SENT), 10).size() == 2);
        assertThat(channel.handed).hasSize(2);
    }

    @Test
    public void givesBackWhatItHasNotBegunWhenItStops() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        channel.answer = message -> {
            begun.countDown();
            awaitQuietly(release);
            return new Delivery.Accepted("slow");
        };
        Dispatcher first = room.open(oneThread());
        STORE.transactions().required(() -> {
            room.outbox.send("welcome/1", ada, "welcome", Map.of("pin", "1"));
            room.outbox.send("welcome/2", ada, "welcome", Map.of("pin", "2"));
        });
        begun.await();
        Thread stopping = new Thread(first::stop);
        stopping.start();
        await().until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
        release.countDown();
        stopping.join();

        assertThat(room.messages.newest(Optional.of(MessageState.SENDING), 10)).isEmpty();
        StoredMessage back =
                room.messages.newest(Optional.of(MessageState.WAITING), 10).get(0);
        assertThat(back.attempts()).isZero();
        room.open();
        await().until(() ->
                room.messages.newest(Optional.of(MessageState.SENT), 10).size() == 2);
        assertThat(channel.handed).hasSize(2);
    }

    @Test
    public void twoNodesSendEachMessageOnce() {
        for (int i = 0; i < 150; i++) {
            room.send("welcome/" + i, ada, "welcome");
        }
        room.open();
        room.open();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> room.messages
                                .newest(Optional.of(MessageState.SENT), 200)
                                .size()
                        == 150);
        assertThat(channel.handed).extracting(ChannelMessage::id).hasSize(150).doesNotHaveDuplicates();
    }

    @Test
    public void sendsPromotionsAsChosen() {
        room.consent.decide(ada, "news", true, Instant.now());
        room.open();
        room.send("news/1", ada, "news");

        room.awaitOnly(MessageState.SENT);
        assertThat(room.vault.uses).extracting(Use::purpose).containsExactly("news");
    }

    @Test
    public void revealsWhatAMailingNeedsTogether() {
        List<PersonId> readers = mailing(12);
        room.consent.decide(readers.get(3), "news", false, Instant.now());
        room.open(oneThread());

        room.awaitSent(11);
        assertThat(room.vault.together).containsExactly(12);
        assertThat(room.vault.uses).hasSize(11);
        assertThat(room.messages.newest(Optional.of(MessageState.CANCELLED), 10))
                .hasSize(1);
    }

    @Test
    public void looksAgainWhetherAnAccountIsThereThatWaitedForItsTurn() {
        List<PersonId> readers = mailing(3);
        channel.answer = message -> {
            if (channel.handed.size() == 1) {
                room.deactivate(readers.get(2));
                room.putForward(Duration.ofSeconds(11));
            }
            return new Delivery.Accepted("slowly");
        };
        room.open(oneThread());

        room.awaitSent(2);
        room.awaitEnded(MessageState.CANCELLED, 1);
        assertThat(channel.handed).hasSize(2);
    }

    @Test
    public void asksAnewForWhatWasRevealedALittleAgo() {
        List<PersonId> readers = mailing(3);
        channel.answer = message -> {
            if (channel.handed.size() == 1) {
                room.consent.decide(readers.get(2), "news", false, Instant.now());
                room.putForward(Duration.ofSeconds(11));
            }
            return new Delivery.Accepted("slowly");
        };
        room.open(oneThread());

        room.awaitSent(2);
        await().until(() ->
                room.messages.newest(Optional.of(MessageState.CANCELLED), 10).size() == 1);
        assertThat(channel.handed).hasSize(2);
    }

    @Test
    public void cancelsPromotionsThatWereNotChosen() {
        room.open();
        room.send("news/1", ada, "news");

        StoredMessage cancelled = room.awaitOnly(MessageState.CANCELLED);
        assertThat(cancelled.reason()).contains("the person does not allow news");
        assertThat(channel.handed).isEmpty();
        assertThat(room.vault.uses).isEmpty();
    }

    @Test
    public void cancelsPromotionsWhoseChoiceWasTakenBackMeanwhile() {
        room.consent.decide(ada, "news", true, Instant.now());
        room.send("news/1", ada, "news");
        room.consent.decide(ada, "news", false, Instant.now());
        room.open();

        room.awaitOnly(MessageState.CANCELLED);
        assertThat(channel.handed).isEmpty();
        assertThat(sealedValues()).isZero();
    }

    @Test
    public void sendsNothingToADeactivatedAccount() {
        room.statuses.put(ada, Accounts.Status.DEACTIVATED);
        room.open();
        room.send("welcome/1", ada, "welcome");

        assertThat(room.awaitOnly(MessageState.CANCELLED).reason()).contains("the account is deactivated");
    }

    @Test
    public void sendsOnlyAccountMessagesToAnAddressThatNobodyConfirmed() {
        room.statuses.put(ada, Accounts.Status.UNVERIFIED);
        room.consent.decide(ada, "news", true, Instant.now());
        room.open();
        room.send("welcome/1", ada, "welcome");
        room.send("news/1", ada, "news");

        await().until(() ->
                room.messages.newest(Optional.of(MessageState.CANCELLED), 10).size() == 1);
        await().until(() ->
                room.messages.newest(Optional.of(MessageState.SENT), 10).size() == 1);
        assertThat(channel.handed.get(0).subject()).startsWith("Welcome");
    }

    @Test
    public void sendsNothingToThoseWhoWereErased() {
        room.send("welcome/1", ada, "welcome");
        room.vault.erase(ada);
        room.open();

        assertThat(room.awaitOnly(MessageState.CANCELLED).reason()).contains("the person is not known or was erased");
    }

    @Test
    public void waitsForItsTemplateWithoutUsingUpAttempts() {
        room.open();
        room.send("receipt/1", ada, "receipt");
        StoredMessage waiting = room.awaitReason("template receipt is not installed");
        assertThat(waiting.attempts()).isZero();

        room.install(Letter.of("receipt", MessageClass.ACCOUNT, "Receipt", "Paid."));
        room.putForward(Duration.ofMinutes(1));

        room.awaitOnly(MessageState.SENT);
    }

    @Test
    public void waitsForAChannel() {
        room.removeChannel(1);
        room.open();
        room.send("welcome/1", ada, "welcome");
        room.awaitReason("no channel of kind EMAIL");

        room.install(1, channel);
        room.putForward(Duration.ofMinutes(1));

        room.awaitOnly(MessageState.SENT);
    }

    @Test
    public void waitsForTheCapabilityThatKnowsAccounts() {
        Accounts away = room.accounts.accounts;
        room.accounts.accounts = null;
        room.open();
        room.send("welcome/1", ada, "welcome");
        room.awaitReason("no capability that knows accounts");

        room.accounts.accounts = away;
        room.putForward(Duration.ofMinutes(1));

        room.awaitOnly(MessageState.SENT);
    }

    @Test
    public void waitsForTheCapabilityThatFollowsThePurpose() {
        Purpose purpose = room.consent.purpose("account").orElseThrow();
        room.consent.forget("account");
        room.open();
        room.send("welcome/1", ada, "welcome");
        room.awaitReason("purpose account");

        room.consent.know(purpose);
        room.putForward(Duration.ofMinutes(1));

        room.awaitOnly(MessageState.SENT);
    }

    @Test
    public void namesTheOutsidePartyThatGetsTheData() {
        room.install(
                5,
                new RecordingChannel(
                        ChannelKind.EMAIL,
                        RecordingChannel.declaring("relay", true, PartyUse.CARRY_OUT, PartyField.values())));
        room.open();
        room.send("welcome/1", ada, "welcome");

        assertThat(room.awaitOnly(MessageState.SENT).channel()).contains("relay");
        assertThat(room.vault.uses)
                .singleElement()
                .satisfies(use -> assertThat(use.recipient()).isEqualTo(new Recipient(Recipient.Kind.OUTSIDE, "relay")))
                .satisfies(use -> assertThat(use.fields()).containsExactly("email", "name"));
        assertThat(channel.handed).isEmpty();
    }

    @Test
    public void reachesPeopleByTelephoneInInternationalForm() {
        RecordingChannel telephone = room.install(
                1,
                new RecordingChannel(
                        ChannelKind.PHONE,
                        RecordingChannel.declaring("sms", false, PartyUse.CARRY_OUT, PartyField.values())));
        room.install(new Letter("call", MessageClass.ACCOUNT, "", "Ring", Field.PHONE, Set.of()));
        room.vault.enrol(ada, Map.of(Field.PHONE, "+1 (202) 555-0143"), "registration");
        room.open();
        room.send("call/1", ada, "call");

        room.awaitOnly(MessageState.SENT);
        assertThat(telephone.handed).extracting(ChannelMessage::to).containsExactly("+12025550143");
    }

    @Test
    public void tellsTheOperatorOfTemplatesThatCannotBeWritten() {
        MessageTemplate needy = Letter.of("needy", MessageClass.ACCOUNT, "Hello", "You owe ${amount}.");
        room.install(needy);
        room.open();
        room.send("needy/1", ada, "needy");

        assertThat(room.awaitReason("amount").reason().orElseThrow())
                .contains("text of template needy")
                .doesNotContain("123456");
        assertThat(channel.handed).isEmpty();
    }

    @Test
    public void acceptsNoMessageTwice() {
        STORE.transactions().required(() -> {
            room.outbox.send("welcome/1", ada, "welcome", Map.of("pin", "1"));
            room.outbox.send("welcome/1", ada, "welcome", Map.of("pin", "2"));
            room.outbox.send("welcome/2", ada, "welcome", Map.of("pin", "3"));
        });
        room.send("welcome/1", ada, "welcome");

        assertThat(room.messages.newest(Optional.empty(), 10)).hasSize(2);
        assertThat(room.outbox.known(List.of("welcome/1", "welcome/2", "welcome/3")))
                .containsExactlyInAnyOrder("welcome/1", "welcome/2");
    }

    /** News for so many people who chose it, stored and not yet sent. */
    private List<PersonId> mailing(int size) {
        List<PersonId> readers = Stream.generate(room::person).limit(size).toList();
        for (PersonId reader : readers) {
            room.consent.decide(reader, "news", true, Instant.now());
            room.send("news/" + reader, reader, "news");
        }
        return readers;
    }

    private boolean rolledBack() {
        try {
            STORE.transactions().required(() -> {
                room.outbox.send("welcome/1", ada, "welcome", Map.of("pin", "1"));
                throw new IllegalStateException("changed my mind");
            });
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private long sealedValues() {
        return STORE.jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT COUNT(*) FROM notification_message WHERE sealed_values IS NOT NULL")
                .mapTo(Long.class)
                .one());
    }

    private static DispatchSettings oneThread() {
        return new DispatchSettings(
                "Test site", "https://site.example", 3, 1, 64, Postroom.LEASE, Duration.ofMillis(50));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
