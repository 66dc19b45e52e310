package com.allleads.api.billing;

import org.joda.money.Money;

/** What became of a hold that was asked for; durable when it is answered. The outcomes in order of precedence. */
public sealed interface HoldAnswer {

    /**
     * The money is set aside, or was by an earlier call, whatever became of it since.
     *
     * @param first whether it was set aside by this call
     */
    record Held(boolean first) implements HoldAnswer {}

    /** A hold with this key but of another person or amount was made before; nothing was done. */
    record KeyReused() implements HoldAnswer {}

    /** The amount is in another currency than the balance; nothing was done. */
    record WrongCurrency() implements HoldAnswer {}

    /**
     * The balance is too small; nothing was done, and the key is free for another try.
     *
     * @param available what can be spent
     */
    record Insufficient(Money available) implements HoldAnswer {}
}
