package com.allleads.catalog;

import java.time.Instant;
import java.util.Optional;

/**
 * How the delivery of an order stands.
 *
 * @param by until when the price is set aside
 * @param stage how far it has come
 * @param quantity how many units were delivered, or are said to be while that is being paid
 * @param actor who delivered or cancelled it: {@link #PERSON}, {@link #SITE} or {@code operator NAME}
 * @param reason why it was cancelled, where an operator did
 * @param endedAt when it ended
 */
public record Delivery(
        Instant by,
        Stage stage,
        int quantity,
        Optional<String> actor,
        Optional<String> reason,
        Optional<Instant> endedAt) {

    /** The person who ordered. */
    public static final String PERSON = "person";

    /** The site, because the money was set aside no longer. */
    public static final String SITE = "site";

    /** A delivery that is being ordered. */
    static Delivery placing(Instant by) {
        return new Delivery(by, Stage.PLACING, 0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether the person cancelled it. */
    public boolean cancelledByPerson() {
        return stage == Stage.CANCELLED && actor.filter(PERSON::equals).isPresent();
    }
}
