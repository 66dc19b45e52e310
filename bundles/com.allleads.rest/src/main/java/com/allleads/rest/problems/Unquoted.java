package com.allleads.rest.problems;

/**
 * A failure for the log without its words: messages of libraries may quote what people entered, and nothing personal
 * reaches a log. What, where and why by which class stay.
 */
final class Unquoted extends Exception {

    private static final long serialVersionUID = 1L;

    /** Chains may be rings. */
    private static final int MOST_CAUSES = 10;

    private final String kind;

    Unquoted(Throwable failure) {
        this(failure, MOST_CAUSES);
    }

    private Unquoted(Throwable failure, int causes) {
        super(null, cause(failure, causes), false, true);
        this.kind = failure.getClass().getName();
        setStackTrace(failure.getStackTrace());
    }

    private static Throwable cause(Throwable failure, int causes) {
        return failure.getCause() == null || causes == 0 ? null : new Unquoted(failure.getCause(), causes - 1);
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString") // a stack trace begins with the class that failed, not with this one
    public String toString() {
        return kind;
    }
}
