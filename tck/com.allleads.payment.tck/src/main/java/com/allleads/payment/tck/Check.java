package com.allleads.payment.tck;

/** Tests one rule, and nothing that another rule is about. */
@FunctionalInterface
interface Check {

    /**
     * Tests it.
     *
     * @param bench with the processor, started, and an empty record
     * @throws AssertionError where the rule is broken
     */
    void of(Bench bench) throws Exception;
}
