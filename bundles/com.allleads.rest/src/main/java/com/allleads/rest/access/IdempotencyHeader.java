package com.allleads.rest.access;

import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;

/** The header {@code Idempotency-Key}. */
final class IdempotencyHeader {

    static final String NAME = "Idempotency-Key";

    private static final int LONGEST = 255;

    private IdempotencyHeader() {}

    /**
     * The key.
     *
     * @throws ProblemException 400 where there is none, more than one or one that is malformed
     */
    static String check(HttpServletRequest request) {
        List<String> keys = Collections.list(request.getHeaders(NAME));
        if (keys.size() != 1 || !isKey(keys.get(0))) {
            throw refusal(keys.isEmpty() ? "is required" : "must be one key of 1 to 255 visible ASCII characters");
        }
        return keys.get(0);
    }

    /** By hand, as each request that moves money asks twice. */
    private static boolean isKey(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && text.chars().allMatch(one -> one > ' ' && one <= '~');
    }

    private static ProblemException refusal(String rule) {
        Problem problem = new Problem(
                400,
                "idempotency-key-needed",
                "This needs an idempotency key, so that a repetition does nothing twice.",
                Optional.of(NAME + " " + rule),
                List.of(new Problem.FieldError(NAME, rule)));
        return problem.exception();
    }
}
