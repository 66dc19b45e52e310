package com.allleads.rest.access;

import com.allleads.api.rest.Problem;
import com.allleads.rest.problems.HeaderedProblemException;
import java.time.Duration;
import java.util.Map;
import javax.ws.rs.core.HttpHeaders;

/** 429, and when to come back. */
final class TooManyTries {

    private TooManyTries() {}

    static HeaderedProblemException after(Duration wait) {
        String seconds = Long.toString(wait.toSeconds() + 1);
        Problem problem = Problem.of(
                429,
                "too-many-tries",
                "There were too many tries from this address.",
                "Try again in " + seconds + " seconds.");
        return new HeaderedProblemException(problem, Map.of(HttpHeaders.RETRY_AFTER, seconds));
    }
}
