package com.allleads.billing.topups;

/** What is answered to a person who tops up. In order of precedence. */
public sealed interface TopUpAnswer {

    /** The key was used for another request; nothing was done. */
    record KeyReused() implements TopUpAnswer {}

    /**
     * The amount cannot be paid; nothing was stored.
     *
     * @param message goes on after {@code amount}
     */
    record WrongAmount(String message) implements TopUpAnswer {}

    /** The person has no such card; nothing was stored. */
    record NoSuchCard() implements TopUpAnswer {}

    /**
     * It cannot be done now; nothing was stored.
     *
     * @param reason a plain sentence for the person
     */
    record Unavailable(String reason) implements TopUpAnswer {}

    /**
     * It is stored, now or by an earlier request with the same key.
     *
     * @param topUp as the person was told first
     */
    record Stored(TopUp topUp) implements TopUpAnswer {}
}
