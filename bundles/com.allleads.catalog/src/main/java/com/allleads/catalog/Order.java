package com.allleads.catalog;

import com.allleads.api.person.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;

/**
 * A paid order, as it was made: later changes of the service do not change it.
 *
 * @param id follows from the person and the idempotency key
 * @param person who ordered and paid
 * @param service the service's id
 * @param name what the service was called
 * @param quantity how many units
 * @param unitPrice the price of one
 * @param bodyDigest the digest of the request, to tell a repetition from another request with the same key
 * @param orderedAt when
 */
public record Order(
        UUID id,
        PersonId person,
        String service,
        String name,
        int quantity,
        Money unitPrice,
        String bodyDigest,
        Instant orderedAt) {

    /** What was paid. */
    public Money total() {
        return unitPrice.multipliedBy(quantity);
    }
}
