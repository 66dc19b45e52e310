package com.allleads.billing.topups;

import com.allleads.api.person.PersonId;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.billing.cards.Card;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;

/**
 * A top-up that is about to be stored.
 *
 * @param id names it to people
 * @param chargeKey names the charge to the processor; random, so that it says nothing
 * @param person whose balance
 * @param key by which the client repeats the request
 * @param card the card
 * @param processor the card's processor
 * @param amount how much
 * @param status UNKNOWN where the processor is asked now
 * @param reason why it is not attempted, where it is not
 * @param at when
 * @param askedUntil the last moment at which the charge can be sent
 * @param checkAt when the processor is asked what became of it, should its answer not come
 * @param namedCard the card that the person asked to be charged, where another one is
 */
record NewTopUp(
        String id,
        String chargeKey,
        PersonId person,
        IdempotencyKey key,
        String card,
        String processor,
        Money amount,
        TopUpStatus status,
        Optional<String> reason,
        Instant at,
        Instant askedUntil,
        Optional<Instant> checkAt,
        Optional<String> namedCard) {

    /** Whether nobody is waiting for the answer. */
    boolean unattended() {
        return key.key().startsWith(TopUps.UNATTENDED);
    }

    /**
     * The processor is asked now.
     *
     * @param card the card that is charged
     * @param named the card that the person asked to be charged; may be the same
     */
    static NewTopUp asking(
            PersonId person,
            IdempotencyKey key,
            Card card,
            Card named,
            Money amount,
            Instant at,
            Duration lease,
            Duration wait) {
        return of(
                person,
                key,
                card,
                Optional.of(named.id()).filter(id -> !id.equals(card.id())),
                amount,
                TopUpStatus.UNKNOWN,
                Optional.empty(),
                at,
                at.plus(lease),
                Optional.of(at.plus(wait).plusSeconds(1)));
    }

    /** Nobody is asked. */
    static NewTopUp notAttempted(
            PersonId person, IdempotencyKey key, Card card, Money amount, String reason, Instant at) {
        return of(
                person,
                key,
                card,
                Optional.empty(),
                amount,
                TopUpStatus.NOT_ATTEMPTED,
                Optional.of(reason),
                at,
                at,
                Optional.empty());
    }

    private static NewTopUp of(
            PersonId person,
            IdempotencyKey key,
            Card card,
            Optional<String> namedCard,
            Money amount,
            TopUpStatus status,
            Optional<String> reason,
            Instant at,
            Instant askedUntil,
            Optional<Instant> checkAt) {
        return new NewTopUp(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                person,
                key,
                card.id(),
                card.processor(),
                amount,
                status,
                reason,
                at,
                askedUntil,
                checkAt,
                namedCard);
    }
}
