package com.allleads.notification.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.person.PersonId;
import com.allleads.notification.MessageState;
import com.allleads.notification.announcement.Announcement.Covered;
import com.allleads.spi.channel.ChannelMessage;
import com.allleads.store.testing.StoreRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class SendingOutTest {

    @Rule
    public final StoreRule store;

    private Hall hall;

    public SendingOutTest() {
        this(new StoreRule("db/changelog.xml"));
    }

    protected SendingOutTest(StoreRule store) {
        this.store = store;
    }

    @Before
    public void open() {
        hall = new Hall(store);
    }

    @Test
    public void everybodyGetsItOnceInTheirLanguageWithWhyAndWhatTheyCanDo() {
        PersonId ada = hall.person();
        PersonId eva = hall.person();
        hall.people.speak(eva, "es");
        Announcement announcement = hall.announce();
        hall.node().sendOut();
        hall.node().sendOut();
        List<ChannelMessage> handed = hall.room.openWith(new AnnouncementMessage());
        hall.room.awaitSent(2);
        hall.room.close();

        assertThat(hall.room.messages.known(List.of(announcement.key(ada), announcement.key(eva))))
                .hasSize(2);
        assertThat(handed)
                .anySatisfy(message -> {
                    assertThat(message.subject()).isEqualTo("Maintenance tonight");
                    assertThat(message.text())
                            .contains(
                                    "We are away from 2 to 3.\n\nNothing is lost.",
                                    "it concerns the service itself",
                                    "you cannot opt out of it",
                                    "you can deactivate it",
                                    "https://site.example/account/deactivation");
                })
                .anySatisfy(message -> {
                    assertThat(message.subject()).isEqualTo("Mantenimiento");
                    assertThat(message.text())
                            .contains(
                                    "trata del propio servicio",
                                    "no puede darse de baja",
                                    "https://site.example/account/deactivation");
                });
        assertThat(hall.room.vault.uses).allMatch(use -> use.fields().equals(List.of("email")));
    }

    @Test
    public void whoeverDeactivatedTheAccountGetsNone() {
        PersonId ada = hall.person();
        hall.announce();
        hall.sendOut();
        hall.room.deactivate(ada);
        List<ChannelMessage> handed = hall.room.openWith(new AnnouncementMessage());
        hall.room.awaitEnded(MessageState.CANCELLED, 1);
        hall.room.close();

        assertThat(handed).isEmpty();
    }

    @Test
    public void itIsForWhoeverBecomesActiveUntilItWasSentOut() {
        hall.person();
        Announcement announcement = hall.announce();
        hall.node().sendOut();
        assertThat(hall.announcements.open())
                .as("somebody may be about to become active")
                .hasSize(1);
        PersonId late = hall.person();

        hall.sendOut();
        PersonId tooLate = hall.person();
        hall.sendOut();

        assertThat(hall.announcements.open()).isEmpty();
        assertThat(hall.announcements.newest(1).get(0).covered()).contains(new Covered(Hall.NOON, 2));
        assertThat(hall.room.messages.known(List.of(announcement.key(late), announcement.key(tooLate))))
                .containsExactly(announcement.key(late));
    }

    @Test
    public void goesOnWhereItWasWhenTheAccountsComeBack() {
        hall.persons(1_200);
        hall.announce();
        hall.putForward(SendingOut.UNSEEN);
        hall.people.pages = 2;
        assertThatThrownBy(() -> hall.node().sendOut()).hasMessage("the capability went away");
        assertThat(stored()).isEqualTo(1_000);
        assertThat(hall.announcements.open()).hasSize(1);
        hall.people.pages = Integer.MAX_VALUE;

        hall.node().sendOut();

        assertThat(stored()).isEqualTo(1_200);
        assertThat(hall.announcements.open()).isEmpty();
    }

    @Test
    public void doesNothingWithoutTheAccounts() {
        hall.person();
        hall.announce();
        SendingOut node = hall.node();
        node.directory = null;
        hall.putForward(SendingOut.UNSEEN);

        node.sendOut();

        assertThat(stored()).isZero();
        assertThat(hall.announcements.open()).hasSize(1);
    }

    @Test
    public void manyNodesAtTheSameTimeStoreItOnce() throws Exception {
        hall.persons(700);
        hall.announce();
        hall.putForward(SendingOut.UNSEEN);
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        try {
            Callable<Boolean> node = () -> {
                hall.node().sendOut();
                return true;
            };
            for (Future<Boolean> done : nodes.invokeAll(List.of(node, node, node))) {
                done.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        hall.node().sendOut();

        assertThat(stored()).isEqualTo(700);
        assertThat(hall.announcements.open()).isEmpty();
    }

    @Test
    public void oneWhoCannotBeWrittenToKeepsItFromNobodyAndIsTriedAgain() {
        hall.persons(20);
        PersonId keyless = hall.people.active(PersonId.random(), Hall.NOON);
        Announcement announcement = hall.announce();

        hall.sendOut();

        assertThat(stored()).isEqualTo(20);
        assertThat(hall.announcements.open()).containsExactly(announcement);
        hall.room.vault.enrol(keyless, Map.of(), "registration");
        hall.node().sendOut();
        assertThat(stored()).isEqualTo(21);
        assertThat(hall.announcements.open()).isEmpty();
    }

    @Test
    public void aStoppedNodeLeavesItToOthers() {
        hall.persons(3);
        hall.announce();
        hall.putForward(SendingOut.UNSEEN);

        hall.sending.sendOut();

        assertThat(hall.announcements.open()).hasSize(1);
    }

    @Test
    public void saysHowFarItIs() {
        hall.persons(3);
        PersonId gone = hall.person();
        hall.announce();
        assertThat(hall.progress.newest(10).get(0))
                .extracting(Progress.Sent::accounts, Progress.Sent::stored, Progress.Sent::complete)
                .containsExactly(Optional.of(4L), 0L, false);

        hall.sendOut();
        hall.tamper("UPDATE notification_message SET state = 'SENT' WHERE person <> '" + gone + "'");
        assertThat(hall.progress.newest(10).get(0))
                .extracting(Progress.Sent::delivered, Progress.Sent::waiting, Progress.Sent::complete)
                .containsExactly(3L, 1L, false);
        hall.tamper("UPDATE notification_message SET state = 'CANCELLED' WHERE person = '" + gone + "'");
        hall.people.deactivate(gone, Instant.now());

        assertThat(new Progress(hall.announcements, hall.room.messages)
                        .newest(10)
                        .get(0))
                .extracting(
                        Progress.Sent::accounts,
                        Progress.Sent::stored,
                        Progress.Sent::delivered,
                        Progress.Sent::cancelled,
                        Progress.Sent::complete)
                .containsExactly(Optional.of(4L), 4L, 3L, 1L, true);
    }

    private long stored() {
        return hall.room.messages.ofAnnouncement(1).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
