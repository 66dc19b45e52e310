package com.allleads.vault.promises;

import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.vault.rights.Requests;
import com.allleads.vault.rights.Requests.Request;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code rights.deadline}: requests to know, correct and erase are acknowledged within 10 business days and answered within
 * 45 days. Holidays are not counted out, so that the check is rather too strict than too lenient.
 */
@Component(service = PromiseCheck.class)
public final class AnsweredInTime implements PromiseCheck {

    private static final Duration ANSWER = Duration.ofDays(45);
    private static final int ACKNOWLEDGEMENT_BUSINESS_DAYS = 10;
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** Ten business days are never fewer days than this, so that only what took longer needs a look at the calendar. */
    private static final Duration LOOK = Duration.ofDays(ACKNOWLEDGEMENT_BUSINESS_DAYS);

    private final Requests requests;
    private final Clock clock;

    @Activate
    public AnsweredInTime(@Reference Requests requests) {
        this(requests, Clock.systemUTC());
    }

    AnsweredInTime(Requests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public String promise() {
        return "rights.deadline";
    }

    @Override
    public Evidence count() {
        Instant now = clock.instant();
        return Evidence.none(
                "requestsPastDue",
                requests.slow(LOOK.toMillis(), ANSWER.toMillis()).stream()
                        .filter(request -> isPastDue(request, now))
                        .count(),
                "requests",
                requests.count(),
                "Requests to know, correct or erase that were or are without acknowledgement for more than 10 business"
                        + " days, or without an answer for more than 45 days.");
    }

    private static boolean isPastDue(Request request, Instant now) {
        Instant acknowledged = request.acknowledgedAt().orElse(now);
        Instant answered = request.answeredAt().orElse(now);
        return acknowledged.isAfter(acknowledgementDue(request.receivedAt()))
                || answered.isAfter(request.receivedAt().plus(ANSWER));
    }

    private static Instant acknowledgementDue(Instant received) {
        ZonedDateTime day = received.atZone(ZoneOffset.UTC);
        for (int counted = 0; counted < ACKNOWLEDGEMENT_BUSINESS_DAYS; ) {
            day = day.plusDays(1);
            counted += WEEKEND.contains(day.getDayOfWeek()) ? 0 : 1;
        }
        return day.toInstant();
    }
}
