package com.allleads.api.billing;

import org.joda.money.Money;

/** What became of a charge; durable when it is answered. The outcomes in order of precedence. */
public sealed interface ChargeAnswer {

    /**
     * A charge with this key was taken, now or at an earlier try.
     *
     * @param transaction the ledger transaction's id
     * @param first whether it was taken by this call
     */
    record Charged(String transaction, boolean first) implements ChargeAnswer {}

    /** A charge with this key but of another person or amount was taken before; nothing was done. */
    record KeyReused() implements ChargeAnswer {}

    /** The amount is in another currency than the balance; nothing was done. */
    record WrongCurrency() implements ChargeAnswer {}

    /**
     * The balance is too small; nothing was done, and the key is free for another try.
     *
     * @param available what can be spent
     */
    record Insufficient(Money available) implements ChargeAnswer {}
}
