package com.allleads.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.person.PersonId;
import com.allleads.notification.MessageState;
import java.time.Duration;
import java.time.Instant;
import org.junit.Test;

public final class EndingTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    public void pausesGrowToAnHour() {
        assertThat(pauseAfter(1, Duration.ZERO)).hasSeconds(1);
        assertThat(pauseAfter(2, Duration.ZERO)).hasSeconds(5);
        assertThat(pauseAfter(3, Duration.ZERO)).hasSeconds(30);
        assertThat(pauseAfter(4, Duration.ZERO)).hasMinutes(2);
        assertThat(pauseAfter(7, Duration.ZERO)).hasHours(1);
        assertThat(pauseAfter(29, Duration.ZERO)).hasHours(1);
    }

    @Test
    public void aChannelMayAskForALongerPauseButNotForEver() {
        assertThat(pauseAfter(1, Duration.ofMinutes(3))).hasMinutes(3);
        assertThat(pauseAfter(7, Duration.ofMinutes(3))).hasHours(1);
        assertThat(pauseAfter(1, Duration.ofDays(400))).hasDays(1);
        assertThat(pauseAfter(1, Duration.ofSeconds(-9))).hasSeconds(1);
    }

    @Test
    public void waitsLongerTheOlderTheMessageIs() {
        assertThat(waitAt(Duration.ZERO)).hasSeconds(1);
        assertThat(waitAt(Duration.ofSeconds(20))).hasSeconds(20);
        assertThat(waitAt(Duration.ofDays(3))).hasMinutes(1);
    }

    @Test
    public void reasonsFitTheirColumn() {
        Ending ending = Ending.of(claimed(1, NOW), Outcome.Ended.dead("a\r\n b ".repeat(100)), NOW, 3);

        assertThat(ending.reason().orElseThrow()).hasSize(200).startsWith("a b a b");
        assertThat(ending.state()).isEqualTo(MessageState.DEAD);
    }

    private static Duration pauseAfter(int attempts, Duration wish) {
        Ending ending = Ending.of(claimed(attempts, NOW), new Outcome.Failed("busy", wish), NOW, 30);
        return Duration.between(NOW, ending.nextAttempt().orElseThrow());
    }

    private static Duration waitAt(Duration age) {
        Ending ending = Ending.of(claimed(1, NOW.minus(age)), new Outcome.Waits("no channel"), NOW, 1);
        return Duration.between(NOW, ending.nextAttempt().orElseThrow());
    }

    private static Claimed claimed(int attempts, Instant createdAt) {
        return new Claimed(1, "claim", "reference", PersonId.random(), "news", new byte[0], attempts, createdAt, NOW);
    }
}
