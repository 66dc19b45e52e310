package com.allleads.catalog;

import com.allleads.api.person.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;

/**
 * An order, as it was made: later changes of the service do not change it.
 *
 * @param id follows from the person and the idempotency key
 * @param person who ordered
 * @param service the service's id
 * @param name what the service was called
 * @param quantity how many units
 * @param unitPrice the price of one
 * @param bodyDigest the digest of the request, to tell a repetition from another request with the same key
 * @param orderedAt when
 * @param delivery how its delivery stands; empty where it was there and paid at once
 */
public record Order(
        UUID id,
        PersonId person,
        String service,
        String name,
        int quantity,
        Money unitPrice,
        String bodyDigest,
        Instant orderedAt,
        Optional<Delivery> delivery) {

    /** The price of all units. */
    public Money total() {
        return unitPrice.multipliedBy(quantity);
    }

    /** Where it stands. */
    public OrderStatus status() {
        return delivery.map(later -> later.stage().status()).orElse(OrderStatus.PAID);
    }

    /** How its delivery ended; empty while it has not, and where it was there at once. */
    public Optional<Delivery> ended() {
        return delivery.filter(later -> later.stage().ended());
    }

    /** How many units were delivered. */
    public int delivered() {
        return delivery.map(later -> later.stage() == Stage.DELIVERED ? later.quantity() : 0)
                .orElse(quantity);
    }

    /** What was paid. */
    public Money paid() {
        return unitPrice.multipliedBy(delivered());
    }

    /** It as it was when it was made, whatever became of it since: what a repetition of its request is answered with. */
    public Order asMade() {
        return new Order(
                id,
                person,
                service,
                name,
                quantity,
                unitPrice,
                bodyDigest,
                orderedAt,
                delivery.map(later -> Delivery.placing(later.by())));
    }

    /** Names it in a statement. */
    String title() {
        return quantity + " × " + name;
    }
}
