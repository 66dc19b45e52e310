package com.allleads.billing.processors;

import java.util.Optional;

/** What became of an order to drain a processor. */
public sealed interface DrainAnswer {

    /**
     * The processor takes no new payments.
     *
     * @param drained where it stands now; it can go once it is {@link ProcessorState#DRAINED}
     * @param successor the version of the same processor that takes new payments, where there is one
     */
    record Ordered(ProcessorReport drained, Optional<String> successor) implements DrainAnswer {}

    /** No such processor is installed. */
    record NotInstalled() implements DrainAnswer {}
}
