package com.allleads.billing.promotions;

import com.allleads.api.person.PersonId;
import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.billing.StatedReason;
import com.allleads.billing.ledger.PersonReference;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Credit to be given.
 *
 * @param person to whom
 * @param amount how much
 * @param reason why; stands in the person's statement
 * @param operator by whom
 * @param key by which the request is repeated
 */
public record Grant(PersonId person, Money amount, String reason, String operator, IdempotencyKey key) {

    /**
     * Credit as an operator gives it.
     *
     * @throws com.allleads.api.rest.ProblemException 422 naming what cannot be accepted
     */
    public static Grant checked(String person, Money amount, String reason, String operator, IdempotencyKey key) {
        Optional<PersonId> known = PersonReference.parse(person);
        FieldErrors errors = new FieldErrors()
                .require(known.isPresent(), "person", "must be the id of a person")
                .present("amount", amount)
                .require(amount == null || amount.isPositive(), "amount", "must be more than nothing");
        StatedReason.check(errors, reason).refuse();
        return new Grant(known.orElseThrow(), amount, reason, "operator " + operator, key);
    }
}
