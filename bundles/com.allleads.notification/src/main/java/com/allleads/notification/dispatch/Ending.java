package com.allleads.notification.dispatch;

import com.allleads.api.notification.MessageClass;
import com.allleads.notification.MessageState;
import com.allleads.notification.dispatch.Outcome.Ended;
import com.allleads.notification.dispatch.Outcome.Failed;
import com.allleads.notification.dispatch.Outcome.GivenBack;
import com.allleads.notification.dispatch.Outcome.Grounds;
import com.allleads.notification.dispatch.Outcome.Sent;
import com.allleads.notification.dispatch.Outcome.Waits;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a claim ends: what is written into the message's row.
 *
 * @param message the claimed message
 * @param state where it stands now
 * @param attempts how often it was tried
 * @param at when it ended, or when it is due next, as the state says
 * @param reason why it was not sent
 * @param sent how it was sent
 */
record Ending(
        Claimed message, MessageState state, int attempts, Instant at, Optional<String> reason, Optional<Sent> sent) {

    private static final int LONGEST_REASON = 200;

    /** What follows from an outcome. */
    static Ending of(Claimed message, Outcome outcome, Instant now, int mostAttempts) {
        if (outcome instanceof Sent sent) {
            return new Ending(message, MessageState.SENT, message.attempts(), now, Optional.empty(), Optional.of(sent));
        }
        if (outcome instanceof Ended ended) {
            return unsent(message, ended.state(), message.attempts(), now, ended.reason());
        }
        if (outcome instanceof Failed failed) {
            if (message.attempts() >= mostAttempts) {
                return unsent(message, MessageState.DEAD, message.attempts(), now, failed.reason());
            }
            Duration pause = Pauses.afterFailure(message.attempts(), failed.pause());
            return unsent(message, MessageState.WAITING, message.attempts(), now.plus(pause), failed.reason());
        }
        if (outcome instanceof Waits waits) {
            Duration pause = Pauses.whileWaiting(Duration.between(message.createdAt(), now));
            return unsent(message, MessageState.WAITING, message.attempts() - 1, now.plus(pause), waits.reason());
        }
        if (outcome instanceof GivenBack) {
            return unsent(message, MessageState.WAITING, message.attempts() - 1, now, "given back before it was begun");
        }
        throw new IllegalStateException("no such outcome: " + outcome);
    }

    private static Ending unsent(Claimed message, MessageState state, int attempts, Instant at, String reason) {
        String line = reason.replaceAll("\\s+", " ").strip();
        String fitting = line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) : line;
        return new Ending(message, state, attempts, at, Optional.of(fitting), Optional.empty());
    }

    /** When it is due next; empty where nothing more is to be done. */
    Optional<Instant> nextAttempt() {
        return state == MessageState.WAITING ? Optional.of(at) : Optional.empty();
    }

    /** When it ended; empty where it is tried again. */
    Optional<Instant> endedAt() {
        return state == MessageState.WAITING ? Optional.empty() : Optional.of(at);
    }

    /** Whether the values are needed no more: not so where an operator may have it tried again. */
    boolean forgetsValues() {
        return state == MessageState.SENT || state == MessageState.CANCELLED;
    }

    Optional<MessageClass> messageClass() {
        return sent.map(Sent::messageClass);
    }

    Optional<Grounds> grounds() {
        return sent.flatMap(Sent::grounds);
    }
}
