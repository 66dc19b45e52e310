package com.allleads.spi.payment;

import java.net.URI;
import java.util.Objects;
import org.joda.money.CurrencyUnit;

/**
 * One set-up of a card on the processor's own pages.
 *
 * @param key the idempotency key: random, at most 64 characters of {@code [A-Za-z0-9-]}, says nothing of the person
 * @param returnAddress where the processor's page sends the browser once the person is through; the browser may come without
 *     any session, and need not come at all
 * @param cancelAddress where it sends the browser of a person who goes back without adding a card
 * @param currency in which the card will be charged
 */
public record CardSetupRequest(String key, URI returnAddress, URI cancelAddress, CurrencyUnit currency) {

    /** Refuses what is incomplete. */
    public CardSetupRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(returnAddress, "returnAddress");
        Objects.requireNonNull(cancelAddress, "cancelAddress");
        Objects.requireNonNull(currency, "currency");
    }

    /** Leaves the addresses out: who has one can ask what became of the set-up. */
    @Override
    public String toString() {
        return "CardSetupRequest[key=" + key + "]";
    }
}
