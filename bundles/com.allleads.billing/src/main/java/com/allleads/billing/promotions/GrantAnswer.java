package com.allleads.billing.promotions;

import com.allleads.api.rest.IdempotencyKey;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;

/** What became of credit that was to be given; durable when it is answered. In order of precedence. */
public sealed interface GrantAnswer {

    /**
     * The number of the ledger transaction.
     *
     * @throws ProblemException saying why there is none
     */
    default String orRefuse() {
        if (this instanceof Given given) {
            return given.transaction();
        }
        if (this instanceof KeyReused) {
            throw IdempotencyKey.reused().exception();
        }
        if (this instanceof WrongCurrency wrong) {
            throw Problem.invalid("amount", "must be in " + wrong.currency()).exception();
        }
        if (this instanceof Unavailable) {
            throw Problem.unavailable("Registration is away, so that nobody knows whether there is such a person.")
                    .exception();
        }
        throw Problem.invalid("person", "must be somebody with an active account")
                .exception();
    }

    /**
     * It is on the balance, now or by an earlier request with the same key.
     *
     * @param transaction the number of the ledger transaction
     */
    record Given(String transaction) implements GrantAnswer {}

    /** The key was used for another request; nothing was done. */
    record KeyReused() implements GrantAnswer {}

    /**
     * The amount is in another currency than the balances; nothing was done.
     *
     * @param currency that of the balances
     */
    record WrongCurrency(String currency) implements GrantAnswer {}

    /** Nobody can tell whether there is such a person at the moment; nothing was done. */
    record Unavailable() implements GrantAnswer {}

    /** There is no such person, or they deactivated their account; nothing was done. */
    record NoSuchPerson() implements GrantAnswer {}
}
