package com.allleads.api.rest;

import java.util.Objects;

/** Ends a request with a {@link Problem}. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /**
     * @param problem what to answer
     */
    public ProblemException(Problem problem) {
        super(problem.type(), null, false, false);
        this.problem = Objects.requireNonNull(problem, "problem");
    }

    /** What to answer. */
    public Problem problem() {
        return problem;
    }
}
