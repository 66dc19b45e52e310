package com.allleads.rest.problems;

import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;
import java.util.Map;

/** Ends a request with a problem that HTTP wants headers beside. */
public final class HeaderedProblemException extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> headers;

    /**
     * @param problem what to answer
     * @param headers what to say beside it
     */
    public HeaderedProblemException(Problem problem, Map<String, String> headers) {
        super(problem);
        this.headers = Map.copyOf(headers);
    }

    Map<String, String> headers() {
        return headers;
    }
}
