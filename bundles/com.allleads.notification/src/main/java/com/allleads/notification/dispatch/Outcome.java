package com.allleads.notification.dispatch;

import com.allleads.api.notification.MessageClass;
import com.allleads.notification.MessageState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What became of one try to send a message. Reasons are for the operator and say nothing about the person. */
sealed interface Outcome {

    /**
     * The channel took it.
     *
     * @param messageClass why it was sent
     * @param channel who took it
     * @param grounds what it stood on, where it needed a choice
     */
    record Sent(MessageClass messageClass, String channel, Optional<Grounds> grounds) implements Outcome {}

    /** It failed, and is tried again after this pause at least, unless that was the last try. */
    record Failed(String reason, Duration pause) implements Outcome {

        Failed(String reason) {
            this(reason, Duration.ZERO);
        }
    }

    /** It was not tried, for want of something that may come; this does not count as a try. */
    record Waits(String reason) implements Outcome {}

    /** It was not tried, as this node stops or its lease is almost over; whoever comes next may try it at once. */
    record GivenBack() implements Outcome {}

    /**
     * It cannot or must not be sent, now or later.
     *
     * @param state dead where an operator should know, cancelled where the person decided so
     */
    record Ended(MessageState state, String reason) implements Outcome {

        static Ended dead(String reason) {
            return new Ended(MessageState.DEAD, reason);
        }

        static Ended cancelled(String reason) {
            return new Ended(MessageState.CANCELLED, reason);
        }
    }

    /**
     * The decision that allowed a message.
     *
     * @param receipt its receipt
     * @param askedAt when it was asked for, before the answer came
     */
    record Grounds(String receipt, Instant askedAt) {}
}
