package com.allleads.audit;

/** Where an act stands. */
public enum ActState {
    /** It was done. */
    DONE,
    /** It was not done. */
    REFUSED,
    /** Something went wrong. */
    FAILED,
    /** It is under way or was cut off, and may have been done. */
    OPEN
}
