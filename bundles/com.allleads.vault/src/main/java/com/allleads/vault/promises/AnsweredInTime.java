package com.allleads.vault.promises;

import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.vault.rights.Deadlines;
import com.allleads.vault.rights.Requests;
import com.allleads.vault.rights.Requests.Request;
import java.time.Clock;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code rights.deadline}: requests to know, correct and erase are acknowledged within 10 business days and answered within
 * 45 days.
 */
@Component(service = PromiseCheck.class)
public final class AnsweredInTime implements PromiseCheck {

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
                requests.slow(Deadlines.SOONEST_ACKNOWLEDGEMENT, Deadlines.ANSWER).stream()
                        .filter(request -> isPastDue(request, now))
                        .count(),
                "requests",
                requests.count(),
                "Requests to know, correct or erase that were or are without acknowledgement for more than 10 business"
                        + " days, or without an answer for more than 45 days.");
    }

    private static boolean isPastDue(Request request, Instant now) {
        return request.acknowledgedAt().orElse(now).isAfter(Deadlines.acknowledgement(request.receivedAt()))
                || request.answeredAt().orElse(now).isAfter(Deadlines.answer(request.receivedAt()));
    }
}
