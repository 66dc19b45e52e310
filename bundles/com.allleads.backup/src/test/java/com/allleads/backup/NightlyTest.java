package com.allleads.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.Test;

public final class NightlyTest {

    private static final Optional<LocalTime> AT = Optional.of(LocalTime.parse("03:15"));

    @Test
    public void isDueOnceWhenTheTimeHasPassed() {
        assertThat(Nightly.isDue(AT, at("01T03:14"), at("01T03:15"))).isTrue();
        assertThat(Nightly.isDue(AT, at("01T03:15"), at("01T03:16"))).isFalse();
        assertThat(Nightly.isDue(AT, at("01T03:16"), at("02T03:14"))).isFalse();
    }

    @Test
    public void isDueAfterALongBackupToo() {
        assertThat(Nightly.isDue(AT, at("01T03:15"), at("02T09:00"))).isTrue();
        assertThat(Nightly.isDue(AT, at("01T23:00"), at("02T01:00"))).isFalse();
    }

    @Test
    public void isNeverDueWhereItIsLeftToTheOperator() {
        assertThat(Nightly.isDue(Optional.empty(), at("01T00:00"), at("05T00:00")))
                .isFalse();
    }

    private static LocalDateTime at(String dayAndTime) {
        return LocalDateTime.parse("2026-12-" + dayAndTime);
    }
}
