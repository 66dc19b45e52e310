package com.allleads.billing.cards;

import com.allleads.api.person.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * A card that is set up on its processor's own pages.
 *
 * @param id names it
 * @param person whose card it becomes
 * @param processor whose pages they are
 * @param key by which the processor tells set-ups apart
 * @param returnId names it in the address where the browser comes back, which may be without a session; nothing else does
 * @param status what is known now
 * @param reference the processor's own name for it; empty until it answered
 * @param card the card that was added
 * @param reason why none was, where that is so
 * @param madeAt when it was begun
 * @param checks how often the processor was asked about it since somebody came back
 * @param checkAt when it is asked next
 * @param bodyDigest of the request
 */
public record CardSetup(
        String id,
        PersonId person,
        String processor,
        String key,
        String returnId,
        CardSetupStatus status,
        Optional<String> reference,
        Optional<String> card,
        Optional<String> reason,
        Instant madeAt,
        int checks,
        Optional<Instant> checkAt,
        String bodyDigest) {

    /** Whether something may still become of it. */
    public boolean isOpen() {
        return status == CardSetupStatus.OPEN;
    }

    /** Names it alone. */
    @Override
    public String toString() {
        return "CardSetup[" + id + "]";
    }
}
