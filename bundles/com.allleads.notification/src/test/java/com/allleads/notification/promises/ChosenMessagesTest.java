package com.allleads.notification.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.person.PersonId;
import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseState;
import com.allleads.notification.dispatch.Postroom;
import com.allleads.store.testing.StoreRule;
import java.time.Duration;
import java.time.Instant;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

public final class ChosenMessagesTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private Postroom room;
    private PersonId ada;
    private PersonId bob;

    @Before
    public void sendNews() {
        room = new Postroom(STORE);
        ada = room.person();
        bob = room.person();
        room.consent.decide(ada, "news", true, Instant.now().minusSeconds(60));
        room.consent.decide(bob, "news", true, Instant.now().minusSeconds(60));
        room.openWithNews();
        room.send("news/ada", ada, "news");
        room.send("news/bob", bob, "news");
        room.send("welcome/bob", bob, "welcome");
        room.awaitSent(3);
    }

    @After
    public void close() {
        room.close();
    }

    @Test
    public void countsPromotionsThatWereChosen() {
        assertThat(count().state()).isEqualTo(PromiseState.KEPT);
        assertThat(count().counts()).containsEntry("messagesWithoutOptIn", 0L).containsEntry("promotionalMessages", 2L);
    }

    @Test
    public void aChoiceTakenBackAfterwardsBreaksNothing() {
        room.consent.decide(ada, "news", false, Instant.now());

        assertThat(count().state()).isEqualTo(PromiseState.KEPT);
    }

    @Test
    public void findsMessagesSentAfterTheChoiceWasTakenBack() {
        room.consent.decide(ada, "news", false, Instant.now().minus(Duration.ofSeconds(30)));

        assertThat(count().state()).isEqualTo(PromiseState.BROKEN);
        assertThat(count().counts()).containsEntry("messagesWithoutOptIn", 1L);
    }

    @Test
    public void findsMessagesWithoutADecision() {
        tamper("UPDATE notification_message SET receipt = NULL WHERE message_key = 'news/ada'");

        assertThat(count().counts()).containsEntry("messagesWithoutOptIn", 1L);
    }

    @Test
    public void findsMessagesOnSomebodyElsesDecision() {
        tamper("UPDATE notification_message SET person = '" + bob + "' WHERE message_key = 'news/ada'");

        assertThat(count().counts()).containsEntry("messagesWithoutOptIn", 1L);
    }

    @Test
    public void findsMessagesOnADecisionThatRefused() {
        PersonId carl = room.person();
        String refusal = room.consent.decide(carl, "news", false, Instant.now().minusSeconds(60));
        tamper("UPDATE notification_message SET person = '" + carl + "', receipt = '" + refusal
                + "' WHERE message_key = 'news/ada'");

        assertThat(count().counts()).containsEntry("messagesWithoutOptIn", 1L);
    }

    @Test
    public void findsMessagesOnADecisionAboutSomethingElse() {
        tamper("UPDATE notification_message SET message_class = 'THIRD_PARTY_OFFERS' WHERE message_class = 'NEWS'");

        assertThat(count().counts()).containsEntry("messagesWithoutOptIn", 2L);
    }

    @Test
    public void findsMessagesOlderThanTheirDecision() {
        tamper("UPDATE notification_message SET ended_at = ended_at - 3600000 WHERE message_key = 'news/bob'");

        assertThat(count().state()).isEqualTo(PromiseState.BROKEN);
    }

    private Evidence count() {
        return new ChosenMessages(room.messages, room.consent).count();
    }

    private void tamper(String sql) {
        STORE.jdbi().useHandle(handle -> handle.execute(sql));
    }
}
