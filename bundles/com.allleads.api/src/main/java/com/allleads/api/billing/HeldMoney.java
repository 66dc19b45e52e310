package com.allleads.api.billing;

import com.allleads.api.person.PersonId;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;

/**
 * A hold as it stands.
 *
 * @param key names it
 * @param person whose balance
 * @param amount what was set aside
 * @param reason what for
 * @param state where it stands
 * @param captured what was paid of it; zero unless it was captured
 * @param madeAt when it was made
 * @param expires when it comes back by itself
 * @param endedAt when it ended; empty while it is open
 */
public record HeldMoney(
        String key,
        PersonId person,
        Money amount,
        String reason,
        State state,
        Money captured,
        Instant madeAt,
        Instant expires,
        Optional<Instant> endedAt) {

    /** Where a hold stands. Only {@link #OPEN} is not final. */
    public enum State {
        /** The money is set aside. */
        OPEN,
        /** It was paid, in whole or in part; the rest came back. */
        CAPTURED,
        /** It came back because it was not owed. */
        RELEASED,
        /** It came back because nobody captured it in time. */
        EXPIRED
    }
}
