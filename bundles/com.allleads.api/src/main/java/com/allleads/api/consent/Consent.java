package com.allleads.api.consent;

import com.allleads.api.person.PersonId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Decides whether a purpose is allowed for a person now, and keeps what people decided: append-only, with the exact text
 * they saw. Absence of a decision is a refusal. Safe for use by many threads; nothing is cached here.
 */
@ProviderType
public interface Consent {

    /** Every known purpose: those with basis {@link LegalBasis#CHOICE} last. */
    List<Purpose> purposes();

    /** A known purpose. */
    Optional<Purpose> purpose(String id);

    /** What a collection point says and offers, where such a point is installed. */
    Optional<PointNotice> point(String id);

    /** Every collection point that is installed, by id. */
    List<PointNotice> points();

    /**
     * Whether the purpose is allowed for the person now. Purposes that run the site and those by legal duty are allowed while
     * they are known; a choice only after the person's latest decision about it granted it and is still valid. What a newer
     * version of the policy added or changed is allowed only for people who accepted that version, registered under it or
     * decided about the purpose since.
     */
    boolean allows(PersonId person, String purpose);

    /**
     * {@link #allows} with what it stands on, for the record of uses.
     *
     * @return empty where it is not allowed
     */
    Optional<Ground> ground(PersonId person, String purpose);

    /**
     * {@link #ground} for many people with one query.
     *
     * @return those among the people for whom it is allowed, with what it stands on
     */
    default Map<PersonId, Ground> grounds(Collection<PersonId> people, String purpose) {
        Map<PersonId, Ground> grounds = new HashMap<>();
        people.forEach(person -> ground(person, purpose).ifPresent(ground -> grounds.put(person, ground)));
        return grounds;
    }

    /** {@link #allows} for many people with one query: those among them for whom it is allowed. */
    Set<PersonId> allowing(Collection<PersonId> people, String purpose);

    /**
     * What is wrong with acts before they are recorded: a purpose that is not known or no choice, or a digest that is not
     * that of the text now shown.
     *
     * @return one objection per wrong act; empty where all can be recorded
     */
    List<Objection> check(List<Act> acts);

    /**
     * Records what a person decided, in the caller's transaction where there is one.
     *
     * <p>A yes needs a second step where the person had opted out of the purpose before, and where the signal speaks against
     * a purpose that {@linkplain Purpose#yieldsToSignal yields to it}. Without the step it is recorded as a no. Whoever never
     * said yes or no anywhere but on a form that offered the purpose among other things has not opted out.
     *
     * @param person who decided
     * @param occasion where and how it was asked
     * @param acts what they decided; {@link #check} must have no objection
     * @return one receipt per act, in order, with what was recorded
     * @throws IllegalArgumentException where there is an objection or no such point is installed; nothing was recorded
     */
    List<Choice> record(PersonId person, Occasion occasion, List<Act> acts);

    /**
     * Heeds the Global Privacy Control signal of a person's browser or client: it counts as a refusal of every purpose that
     * yields to it and is recorded as one, unless they refused already, or said yes in a second step since the signal was
     * first seen. Called for each request of a signed-in person that carries the signal, outside a transaction; writes only
     * where there is something to write, and at most once an hour that the signal was seen.
     */
    void signalled(PersonId person);

    /** The person's latest decision about each purpose that is a choice; those undecided are not granted. */
    List<Choice> choices(PersonId person);

    /**
     * Recorded decisions by the ids of their receipts, for checks.
     *
     * @param receipts ids; those that are not known are left out of the answer
     */
    List<Decision> decisions(Collection<String> receipts);

    /** A receipt of this person as a compact JWS (RFC 7515) signed by Ed25519; empty for anybody else's. */
    Optional<String> receipt(PersonId person, String id);

    /** The text that had this digest when it was shown. */
    Optional<String> text(String digest);
}
