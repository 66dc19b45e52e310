package com.allleads.api.audit;

/** What came of an act. */
public enum Outcome {
    /** It was done. */
    DONE,
    /** It was not done, since it may not or cannot be: there is no such thing, or its state does not allow it. */
    REFUSED,
    /** Something went wrong, so that it may have been done in part. */
    FAILED
}
