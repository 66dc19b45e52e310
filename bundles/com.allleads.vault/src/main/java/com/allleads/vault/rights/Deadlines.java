package com.allleads.vault.rights;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * By when a request must be acknowledged and answered (California Code of Regulations, title 11, section 7021). Holidays are
 * not counted out, so that nothing is found in time that is not.
 */
public final class Deadlines {

    /** How long an answer may take. */
    public static final Duration ANSWER = Duration.ofDays(45);

    /** No acknowledgement is due sooner than this: the calendar is looked at only for what took longer. */
    public static final Duration SOONEST_ACKNOWLEDGEMENT = Duration.ofDays(10);

    private static final int ACKNOWLEDGEMENT_BUSINESS_DAYS = 10;
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private Deadlines() {}

    /** By when a request must be acknowledged. */
    public static Instant acknowledgement(Instant received) {
        ZonedDateTime day = received.atZone(ZoneOffset.UTC);
        int counted = 0;
        while (counted < ACKNOWLEDGEMENT_BUSINESS_DAYS) {
            day = day.plusDays(1);
            counted += WEEKEND.contains(day.getDayOfWeek()) ? 0 : 1;
        }
        return day.toInstant();
    }

    /** By when a request must be answered. */
    public static Instant answer(Instant received) {
        return received.plus(ANSWER);
    }
}
