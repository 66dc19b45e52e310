package com.allleads.catalog;

/** What became of an order. */
public sealed interface OrderOutcome {

    /**
     * The order is paid, now or at an earlier try with the same key.
     *
     * @param order the order
     */
    record Paid(Order order) implements OrderOutcome {}

    /**
     * The order waits for delivery and its price is set aside, now or at an earlier try with the same key.
     *
     * @param order the order, whatever became of it since
     */
    record Ordered(Order order) implements OrderOutcome {}

    /** The balance is too small, or was at an earlier try with the same key. */
    record InsufficientBalance() implements OrderOutcome {}

    /** The key was used before for another request. */
    record KeyReused() implements OrderOutcome {}

    /** No such service is for sale. */
    record UnknownService() implements OrderOutcome {}

    /** The service is priced in another currency than people pay in. */
    record WrongCurrency() implements OrderOutcome {}

    /** The quantity is not one that can be ordered. */
    record WrongQuantity() implements OrderOutcome {}

    /** The person has no active account. */
    record NotActive() implements OrderOutcome {}

    /**
     * It cannot be done or known at the moment; trying again with the same key is safe.
     *
     * @param reason a plain sentence for the person
     */
    record Unavailable(String reason) implements OrderOutcome {}
}
