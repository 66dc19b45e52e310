package com.allleads.billing.refunds;

import com.allleads.api.person.PersonId;
import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.api.rest.ProblemException;
import com.allleads.billing.StatedReason;
import com.allleads.billing.ledger.PersonReference;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What somebody wants to be given back.
 *
 * @param person whose money
 * @param amount how much
 * @param reason why, at most 200 characters, nothing personal
 * @param requester by whom, as in {@code operator NAME}
 * @param key by which the request is repeated
 */
public record RefundOrder(PersonId person, Money amount, String reason, String requester, IdempotencyKey key) {

    /**
     * An order as an operator gave it.
     *
     * @param person the id of a person
     * @param operator the operator's user name
     * @throws ProblemException 422 naming what cannot be accepted
     */
    public static RefundOrder checked(String person, Money amount, String reason, String operator, IdempotencyKey key) {
        Optional<PersonId> known = PersonReference.parse(person);
        FieldErrors errors = new FieldErrors()
                .require(known.isPresent(), "person", "must be the id of a person")
                .present("amount", amount);
        StatedReason.check(errors, reason).refuse();
        return new RefundOrder(known.orElseThrow(), amount, reason, "operator " + operator, key);
    }
}
