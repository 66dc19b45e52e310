package com.allleads.rest.problems;

import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;
import com.allleads.api.store.StoreException;
import java.io.EOFException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What to answer when something was thrown. What nobody foresaw is answered without a word about it; client and log get
 * the same random reference instead.
 */
public final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** The answer to whatever a request ended with. */
    public static ProblemAnswer answer(Throwable failure) {
        if (failure instanceof HeaderedProblemException refusal) {
            return ProblemAnswer.of(refusal.problem(), refusal.headers());
        }
        if (failure instanceof ProblemException refusal) {
            return ProblemAnswer.of(refusal.problem());
        }
        if (failure instanceof WebApplicationException refusal
                && refusal.getResponse().getStatus() < 500) {
            return refused(refusal.getResponse());
        }
        if (failure instanceof EOFException) {
            LOG.debug("The client went before its answer", failure);
            return ProblemAnswer.of(malformed(400));
        }
        if (failure instanceof StoreException) {
            LOG.warn("A request failed on the database", new Unquoted(failure));
            return ProblemAnswer.of(Problem.unavailable("The database did not answer as it should. Try again soon."));
        }
        return unforeseen(failure);
    }

    /** What CXF found to be wrong by itself, or a resource answered by an exception of JAX-RS. */
    private static ProblemAnswer refused(Response response) {
        int status = response.getStatus();
        return switch (status) {
            case 404 -> ProblemAnswer.of(noSuchPath());
            case 405 ->
                ProblemAnswer.of(
                        Problem.of(
                                status,
                                "method-not-allowed",
                                "This method cannot be used here.",
                                "The header Allow lists those that can."),
                        Map.of(HttpHeaders.ALLOW, allowed(response)));
            case 406 ->
                ProblemAnswer.of(Problem.of(
                        status,
                        "not-acceptable",
                        "There is no such form of this.",
                        "Accept application/json, or whatever openapi.json names for this call."));
            case 415 ->
                ProblemAnswer.of(Problem.of(
                        status,
                        "unsupported-media-type",
                        "Bodies of this type are not taken here.",
                        "Send Content-Type: application/json, or whatever openapi.json names for this call."));
            default -> ProblemAnswer.of(malformed(status));
        };
    }

    /** 404: nothing is served at the path. */
    public static Problem noSuchPath() {
        return Problem.notFound("This path");
    }

    /** What answers at a path is stopped, being updated, or waits for something. */
    public static Problem away() {
        return Problem.unavailable("What answers here is not there at the moment. Try again soon.");
    }

    private static Problem malformed(int status) {
        return Problem.of(
                status,
                status == 400 ? "malformed-request" : "http-" + status,
                "The request cannot be understood.",
                "Compare it with openapi.json.");
    }

    private static String allowed(Response response) {
        return Optional.ofNullable(response.getHeaderString(HttpHeaders.ALLOW)).orElse("");
    }

    private static ProblemAnswer unforeseen(Throwable failure) {
        String reference = "urn:uuid:" + UUID.randomUUID();
        LOG.error("A request failed: {}", reference, new Unquoted(failure));
        LOG.debug("The same in its own words: {}", reference, failure);
        Problem problem = Problem.of(
                500,
                "unforeseen",
                "Something went wrong on our side.",
                "Nothing is known to be wrong with the request. Its instance helps an operator to find out more.");
        return new ProblemAnswer(problem, Map.of(), Optional.of(reference));
    }
}
