package com.allleads.spi.channel;

import java.time.Duration;

/** What became of a message. */
public sealed interface Delivery {

    /**
     * The channel took responsibility for the message.
     *
     * @param reference the channel's own name for it
     */
    record Accepted(String reference) implements Delivery {}

    /**
     * The message cannot be delivered, now or later.
     *
     * @param reason for the operator, without address and text
     */
    record Rejected(String reason) implements Delivery {}

    /**
     * Not now; the platform tries again.
     *
     * @param reason for the operator, without address and text
     * @param pause how long to wait at least
     */
    record Later(String reason, Duration pause) implements Delivery {}
}
