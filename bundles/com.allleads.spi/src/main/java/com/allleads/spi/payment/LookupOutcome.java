package com.allleads.spi.payment;

/** What a processor answers to {@code lookup}. */
public sealed interface LookupOutcome {

    /**
     * The charge is known.
     *
     * @param outcome what became of it
     */
    record Found(ChargeOutcome outcome) implements LookupOutcome {}

    /** Nothing is known of this key so far; final only after {@link ProcessorTraits#finalAfter()}. */
    record NothingFound() implements LookupOutcome {}

    /** Nothing is known of this key, and the processor will refuse it from now on. Final. */
    record Fenced() implements LookupOutcome {}

    /**
     * The processor cannot tell now; ask again later.
     *
     * @param reason for the operator, nothing personal in it
     */
    record Unavailable(String reason) implements LookupOutcome {}
}
