package com.allleads.api.policy;

/** Where a promise stands. */
public enum PromiseState {
    /** Evidence was counted, and it holds. */
    KEPT,
    /** Evidence was counted, and it does not hold. */
    BROKEN,
    /** There is no evidence: the capability is absent, or it cannot be counted live. */
    UNPROVEN
}
