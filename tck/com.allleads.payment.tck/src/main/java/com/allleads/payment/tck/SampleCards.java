package com.allleads.payment.tck;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tokens by which the kit makes a processor do what a rule is about. Only the first is needed; what depends on one that
 * is absent is listed as untested. Immutable.
 */
public final class SampleCards {

    private final String settling;
    private final Optional<String> declining;
    private final Optional<String> slow;
    private final Optional<String> pending;
    private final List<String> timingOut;
    private final String invalid;
    private final Optional<String> chargedBack;

    private SampleCards(
            String settling,
            Optional<String> declining,
            Optional<String> slow,
            Optional<String> pending,
            List<String> timingOut,
            String invalid,
            Optional<String> chargedBack) {
        this.settling = settling;
        this.declining = declining;
        this.slow = slow;
        this.pending = pending;
        this.timingOut = timingOut;
        this.invalid = invalid;
        this.chargedBack = chargedBack;
    }

    /**
     * Samples of which there is one.
     *
     * @param token of a card whose charges settle: at once, or pending first and then within the kit's patience
     */
    public static SampleCards settling(String token) {
        return new SampleCards(
                token,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "stands-for-no-card",
                Optional.empty());
    }

    /** A card that is always declined. */
    public SampleCards declining(String token) {
        return new SampleCards(settling, Optional.of(token), slow, pending, timingOut, invalid, chargedBack);
    }

    /** A card whose charge settles after a moment in which the kit can stop the processor: 200 ms to a few seconds. */
    public SampleCards slow(String token) {
        return new SampleCards(settling, declining, Optional.of(token), pending, timingOut, invalid, chargedBack);
    }

    /** A card whose charge is accepted and settles later, of which a call-back tells. */
    public SampleCards pending(String token) {
        return new SampleCards(settling, declining, slow, Optional.of(token), timingOut, invalid, chargedBack);
    }

    /**
     * A card where the answer of the company never comes, whether it took the money or not; called again, one more. Best are
     * two: one that is charged and one whose charge gets lost on the way.
     */
    public SampleCards timingOut(String token) {
        List<String> more = Stream.concat(timingOut.stream(), Stream.of(token)).toList();
        return new SampleCards(settling, declining, slow, pending, more, invalid, chargedBack);
    }

    /** A token that stands for no card; without it the kit makes one up. */
    public SampleCards invalid(String token) {
        return new SampleCards(settling, declining, slow, pending, timingOut, token, chargedBack);
    }

    /** A card whose charges settle and are charged back, in whole or in part, within the kit's patience. */
    public SampleCards chargedBack(String token) {
        return new SampleCards(settling, declining, slow, pending, timingOut, invalid, Optional.of(token));
    }

    String settling() {
        return settling;
    }

    Optional<String> declining() {
        return declining;
    }

    Optional<String> slow() {
        return slow;
    }

    Optional<String> pending() {
        return pending;
    }

    List<String> timingOut() {
        return timingOut;
    }

    String invalid() {
        return invalid;
    }

    Optional<String> chargedBack() {
        return chargedBack;
    }
}
