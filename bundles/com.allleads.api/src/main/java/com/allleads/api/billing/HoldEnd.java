package com.allleads.api.billing;

import org.joda.money.Money;

/** What became of a hold that was to end; durable when it is answered. The outcomes in order of precedence. */
public sealed interface HoldEnd {

    /**
     * It ended in the way that was asked for.
     *
     * @param first whether it ended by this call
     */
    record Ended(boolean first) implements HoldEnd {}

    /** There is no hold with this key. */
    record NoSuchHold() implements HoldEnd {}

    /**
     * It ended before in another way, or another amount of it was captured; nothing was done.
     *
     * @param hold how it ended
     */
    record EndedOtherwise(HeldMoney hold) implements HoldEnd {}

    /**
     * More was to be captured than is held; nothing was done.
     *
     * @param held what is held
     */
    record TooMuch(Money held) implements HoldEnd {}
}
