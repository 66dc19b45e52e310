package com.allleads.billing.topups;

import com.allleads.api.person.PersonId;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;

/**
 * A top-up as it is stored.
 *
 * @param number in the order in which they were stored
 * @param id names it to people
 * @param person whose balance
 * @param card the card that is charged
 * @param processor the name of the card's processor
 * @param chargeKey names the charge to the processor
 * @param amount how much
 * @param status what is known now
 * @param firstStatus what the client was told first; empty until they were told
 * @param reason why it was declined or not attempted, a plain sentence for the person
 * @param note what happened, for the operator
 * @param madeAt when it was stored
 * @param changedAt when the status changed last
 * @param askedUntil the last moment at which the charge can have been sent
 * @param checks how often the processor was asked what became of it
 * @param checkAt when it is asked next; empty once all is known
 * @param bodyDigest the digest of the client's request
 * @param chargedBack what of the amount the card's bank took back since
 * @param namedCard the card that the person asked to be charged, where nothing was attempted with it and a fallback card is charged
 */
public record TopUp(
        long number,
        String id,
        PersonId person,
        String card,
        String processor,
        String chargeKey,
        Money amount,
        TopUpStatus status,
        Optional<TopUpStatus> firstStatus,
        Optional<String> reason,
        Optional<String> note,
        Instant madeAt,
        Instant changedAt,
        Instant askedUntil,
        int checks,
        Optional<Instant> checkAt,
        String bodyDigest,
        Money chargedBack,
        Optional<String> namedCard) {

    /** The same as the client was told first. */
    TopUp asToldFirst() {
        TopUpStatus told = firstStatus.orElse(status);
        return new TopUp(
                number,
                id,
                person,
                card,
                processor,
                chargeKey,
                amount,
                told,
                firstStatus,
                told == status ? reason : Optional.empty(),
                note,
                madeAt,
                changedAt,
                askedUntil,
                checks,
                checkAt,
                bodyDigest,
                chargedBack,
                namedCard);
    }
}
