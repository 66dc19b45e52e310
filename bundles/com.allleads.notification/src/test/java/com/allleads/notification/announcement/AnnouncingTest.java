package com.allleads.notification.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.allleads.api.rest.Problem.FieldError;
import com.allleads.api.rest.ProblemException;
import com.allleads.spi.channel.ChannelMessage;
import com.allleads.store.testing.StoreRule;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

public class AnnouncingTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private Hall hall;

    @Before
    public void open() {
        hall = new Hall(STORE);
    }

    @Test
    public void keepsWhoStatedWhatOfIt() {
        hall.announce();

        Announcement kept = hall.announcements.newest(1).get(0);
        assertThat(kept.number()).isEqualTo(1);
        assertThat(kept.announcedAt()).isEqualTo(Hall.NOON);
        assertThat(kept.announcedBy()).isEqualTo("operator");
        assertThat(kept.statement()).isEqualTo("This concerns the service itself and offers nothing.");
        assertThat(kept.english()).isEqualTo(Hall.ENGLISH);
        assertThat(kept.spanish()).isEqualTo(Hall.SPANISH);
        assertThat(kept.covered()).isEmpty();
    }

    @Test
    public void namesEveryFieldThatIsMissing() {
        assertThat(refused(Words.entered(null, " "), Words.entered("", null), false, " "))
                .containsExactlyInAnyOrder("subject.en", "text.en", "subject.es", "text.es", "service", "reason");
    }

    @Test
    public void refusesWhatIsTooLongOrSaysNothing() {
        assertThat(refused(new Words("s".repeat(151), "t".repeat(2_001)), Hall.SPANISH, true, "r".repeat(501)))
                .containsExactlyInAnyOrder("subject.en", "text.en", "reason");
        assertThat(refused(Hall.ENGLISH, new Words("12", "...!\n\n??"), true, "A fact"))
                .containsExactlyInAnyOrder("subject.es", "text.es");
        assertThat(refused(new Words("Two\nlines", "A bell \u0007 rings"), Hall.SPANISH, true, "A fact"))
                .containsExactlyInAnyOrder("subject.en", "text.en");
        assertThat(refused(Hall.ENGLISH, new Words("Mantenimiento", Hall.ENGLISH.text()), true, "A fact"))
                .containsExactly("text.es");
        assertThat(refused(new Words("Maintenance", "\u6f22".repeat(1_500)), Hall.SPANISH, true, "A fact"))
                .containsExactly("text.en");
        assertThat(hall.announcements.all()).isEmpty();
    }

    @Test
    public void theLongestThatIsAcceptedReachesPeople() {
        hall.person();
        hall.announcing.announce(
                new Words("\u00f1".repeat(150), "a\"\n\\".repeat(300) + "a".repeat(800)),
                Hall.SPANISH,
                true,
                "A fact",
                "operator");
        hall.sendOut();
        List<ChannelMessage> handed = hall.room.openWith(new AnnouncementMessage());
        hall.room.awaitSent(1);
        hall.room.close();

        assertThat(handed.get(0).text()).contains("a\"\n\\".repeat(300) + "a".repeat(800));
    }

    @Test
    public void whatLooksLikeAPlaceholderIsSentAsItIs() {
        hall.person();
        hall.announcing.announce(
                new Words("${site.name}", "<#stop> ${site.url} now"), Hall.SPANISH, true, "A fact", "operator");
        hall.sendOut();
        List<ChannelMessage> handed = hall.room.openWith(new AnnouncementMessage());
        hall.room.awaitSent(1);
        hall.room.close();

        assertThat(handed.get(0).subject()).isEqualTo("${site.name}");
        assertThat(handed.get(0).text()).contains("<#stop> ${site.url} now");
    }

    @Test
    public void announcesTheSameOnceADay() {
        hall.announce();
        assertThatThrownBy(hall::announce).isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(
                        refused.problem().type())
                .isEqualTo("announced-already"));

        hall.putForward(Duration.ofDays(1));

        assertThat(hall.announce().number()).isEqualTo(2);
    }

    @Test
    public void twoWhoAnnounceTheSameAtTheSameTimeAnnounceItOnce() throws Exception {
        int operators = 4;
        CountDownLatch together = new CountDownLatch(operators);
        Callable<Boolean> operator = () -> {
            together.countDown();
            together.await();
            try {
                hall.announce();
                return true;
            } catch (ProblemException refused) {
                return false;
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(operators);
        try {
            long announced = threads
                    .invokeAll(Stream.generate(() -> operator).limit(operators).toList())
                    .stream()
                    .filter(done -> {
                        try {
                            return done.get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .count();
            assertThat(announced).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }

        assertThat(hall.announcements.all()).hasSize(1);
    }

    private List<String> refused(Words english, Words spanish, boolean stated, String reason) {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> hall.announcing.announce(english, spanish, stated, reason, "operator"));
        return refused.problem().errors().stream().map(FieldError::field).toList();
    }
}
