package com.allleads.billing.refunds;

import com.allleads.api.person.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * A refund.
 *
 * @param id names it
 * @param person whose balance it was taken from
 * @param amount what was to be given back
 * @param reason why
 * @param requester by whom
 * @param madeAt when
 * @param bodyDigest the digest of the request
 * @param told what the requester was told first; empty until they were told
 * @param parts what goes back by which top-up
 */
public record Refund(
        String id,
        PersonId person,
        Money amount,
        String reason,
        String requester,
        Instant madeAt,
        String bodyDigest,
        Optional<Standing> told,
        List<Part> parts) {

    /** What is known now. */
    public Standing standing() {
        Money refunded = parts.stream()
                .filter(part -> part.status() == PartStatus.REFUNDED)
                .map(Part::amount)
                .reduce(Money.zero(amount.getCurrencyUnit()), Money::plus);
        if (parts.stream().anyMatch(part -> part.status() == PartStatus.UNKNOWN)) {
            return new Standing(RefundStatus.UNKNOWN, refunded);
        }
        if (refunded.isEqual(amount)) {
            return new Standing(RefundStatus.REFUNDED, refunded);
        }
        return new Standing(refunded.isZero() ? RefundStatus.REFUSED : RefundStatus.PARTLY, refunded);
    }

    /**
     * Where a refund stands.
     *
     * @param status what is known
     * @param refunded how much is on its way back
     */
    public record Standing(RefundStatus status, Money refunded) {}

    /** What is known of a part. */
    public enum PartStatus {
        /** Not known; the processor is asked again with the same key. */
        UNKNOWN,
        /** On its way back. */
        REFUNDED,
        /** Refused, and on the balance again. */
        REFUSED
    }

    /**
     * What goes back by one top-up.
     *
     * @param id names it, also to the processor
     * @param refund the refund that it belongs to
     * @param person whose money it is
     * @param topUp the top-up that paid it
     * @param processor the processor that took it
     * @param chargeKey names the charge to the processor
     * @param amount how much
     * @param status what is known of it
     * @param checks how often the processor was asked again
     * @param checkAt when it is asked next; empty once all is known
     */
    public record Part(
            String id,
            String refund,
            PersonId person,
            String topUp,
            String processor,
            String chargeKey,
            Money amount,
            PartStatus status,
            int checks,
            Optional<Instant> checkAt) {}
}
