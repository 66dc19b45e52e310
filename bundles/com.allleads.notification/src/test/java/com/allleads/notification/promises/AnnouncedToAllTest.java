package com.allleads.notification.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.person.PersonId;
import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseState;
import com.allleads.notification.announcement.Announcement;
import com.allleads.notification.announcement.AnnouncementMessage;
import com.allleads.notification.announcement.Hall;
import com.allleads.store.testing.StoreRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class AnnouncedToAllTest {

    @Rule
    public final StoreRule store;

    private Hall hall;
    private PersonId ada;
    private PersonId bob;
    private Announcement announcement;

    public AnnouncedToAllTest() {
        this(new StoreRule("db/changelog.xml"));
    }

    protected AnnouncedToAllTest(StoreRule store) {
        this.store = store;
    }

    @Before
    public void announce() {
        hall = new Hall(store);
        ada = hall.person();
        bob = hall.person();
        announcement = hall.announce();
        hall.sendOut();
    }

    @Test
    public void isKeptWhileEverybodyHasAMessage() {
        assertThat(count().state()).isEqualTo(PromiseState.KEPT);
        assertThat(count().counts())
                .containsEntry("activeAccountsMissed", 0L)
                .containsEntry("deactivatedAccountsReached", 0L)
                .containsEntry("announcements", 1L)
                .containsEntry("announcementsUnderWay", 0L)
                .containsEntry("accountsLookedAt", 2L);
    }

    @Test
    public void isBrokenByAnActiveAccountWithoutItsMessage() {
        hall.tamper("DELETE FROM notification_message WHERE person = '" + ada + "'");

        assertThat(count().state()).isEqualTo(PromiseState.BROKEN);
        assertThat(count().counts()).containsEntry("activeAccountsMissed", 1L);
    }

    @Test
    public void isBrokenByAMessageThatWasWithheld() {
        hall.tamper("UPDATE notification_message SET state = 'CANCELLED' WHERE person = '" + ada + "'");

        assertThat(count().state()).isEqualTo(PromiseState.BROKEN);
    }

    @Test
    public void isBrokenByAMessageDeliveredToADeactivatedAccount() {
        deliver();
        hall.people.deactivate(bob, Instant.now().minus(Duration.ofMinutes(2)));

        assertThat(count().state()).isEqualTo(PromiseState.BROKEN);
        assertThat(count().counts())
                .containsEntry("deactivatedAccountsReached", 1L)
                .containsEntry("activeAccountsMissed", 0L)
                .containsEntry("messagesDelivered", 2L);
    }

    @Test
    public void whoeverDeactivatesTheAccountAfterwardsBreaksNothing() {
        deliver();
        hall.people.deactivate(bob, Instant.now());
        hall.tamper("DELETE FROM notification_message WHERE person = '" + bob + "' AND state <> 'SENT'");

        assertThat(count().state()).isEqualTo(PromiseState.KEPT);
    }

    @Test
    public void whoeverBecomesActiveAfterwardsIsOwedNothing() {
        hall.person();

        assertThat(count().state()).isEqualTo(PromiseState.KEPT);
    }

    @Test
    public void anAnnouncementThatIsNotSentOutInTimeBreaksIt() {
        hall.tamper("UPDATE notification_announcement SET covers_until = NULL");
        hall.tamper("DELETE FROM notification_message WHERE person = '" + ada + "'");
        assertThat(count().state()).as("still being sent out").isEqualTo(PromiseState.KEPT);
        assertThat(count().counts()).containsEntry("announcementsUnderWay", 1L);

        hall.putForward(Duration.ofHours(6));

        assertThat(count().state()).isEqualTo(PromiseState.BROKEN);
    }

    @Test
    public void countsWhatWasGivenUp() {
        hall.tamper("UPDATE notification_message SET state = 'DEAD' WHERE person = '" + ada + "'");

        assertThat(count().state()).isEqualTo(PromiseState.KEPT);
        assertThat(count().counts()).containsEntry("messagesGivenUp", 1L);
    }

    @Test
    public void provesNothingWithoutTheAccounts() {
        AnnouncedToAll check = check(Duration.ofSeconds(2));
        check.directory = null;

        assertThat(check.count().state()).isEqualTo(PromiseState.UNPROVEN);
    }

    @Test
    public void goesOnWhereItStoppedAndSaysMeanwhileWhatItFoundBefore() {
        hall.persons(600);
        hall.putForward(Duration.ofDays(2));
        hall.announce();
        hall.sendOut();
        AnnouncedToAll check = check(Duration.ZERO);
        assertThat(check.count().state()).isEqualTo(PromiseState.UNPROVEN);
        Evidence first = through(check);
        assertThat(first.state()).isEqualTo(PromiseState.KEPT);
        assertThat(first.counts()).containsEntry("accountsLookedAt", 604L);

        hall.tamper("DELETE FROM notification_message WHERE person = '" + ada + "' AND announcement = 2");
        assertThat(check.count().state()).as("not looked at again yet").isEqualTo(PromiseState.KEPT);
        assertThat(through(check, PromiseState.BROKEN).counts()).containsEntry("activeAccountsMissed", 1L);
    }

    private void deliver() {
        hall.room.openWith(new AnnouncementMessage());
        hall.room.awaitSent(2);
        hall.room.close();
        assertThat(hall.room.messages.known(List.of(announcement.key(ada), announcement.key(bob))))
                .hasSize(2);
    }

    private static Evidence through(AnnouncedToAll check) {
        return through(check, PromiseState.KEPT);
    }

    private static Evidence through(AnnouncedToAll check, PromiseState state) {
        Evidence evidence = check.count();
        for (int i = 0; i < 20 && evidence.state() != state; i++) {
            evidence = check.count();
        }
        return evidence;
    }

    private Evidence count() {
        return check(Duration.ofSeconds(2)).count();
    }

    private AnnouncedToAll check(Duration longest) {
        AnnouncedToAll check = new AnnouncedToAll(hall.announcements, hall.room.messages, hall.clock(), longest);
        check.directory = hall.people;
        return check;
    }
}
