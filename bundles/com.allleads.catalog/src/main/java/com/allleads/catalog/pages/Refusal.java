package com.allleads.catalog.pages;

import com.allleads.api.rest.Problem;
import com.allleads.catalog.OrderOutcome;
import com.allleads.catalog.Orders;

/** Why an order was not taken, as the person is told. */
final class Refusal {

    private Refusal() {}

    static Problem of(OrderOutcome outcome) {
        if (outcome instanceof OrderOutcome.InsufficientBalance) {
            return Problem.of(
                    402,
                    "insufficient-balance",
                    "Your balance is too small for this order.",
                    "Nothing was ordered. Top up your balance first, or order less.");
        }
        if (outcome instanceof OrderOutcome.KeyReused) {
            return Problem.of(
                    422,
                    "idempotency-key-reused",
                    "You sent this form before, with another quantity.",
                    "Look below whether the order is there. To make another one, send the form again.");
        }
        if (outcome instanceof OrderOutcome.WrongQuantity) {
            return Problem.invalid("quantity", "must be a whole number from 1 to " + Orders.MOST);
        }
        if (outcome instanceof OrderOutcome.Unavailable unavailable) {
            return Problem.unavailable(unavailable.reason());
        }
        if (outcome instanceof OrderOutcome.NotActive) {
            return Problem.of(
                    403,
                    "account-not-active",
                    "Only people with an active account can order.",
                    "Enter the PIN of the welcome message first.");
        }
        return Problem.of(
                422,
                "not-for-sale",
                "This service is not for sale any more.",
                "Nothing was ordered. Choose another one.");
    }
}
