package com.allleads.rest.problems;

import com.allleads.api.rest.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;

/**
 * A problem as a client gets it. The type is an absolute URI that names the kind of problem for good, wherever the site
 * runs; it is a name, nothing is to be fetched there.
 *
 * @param problem what is wrong
 * @param headers what HTTP wants said beside it, such as {@code Allow}
 * @param instance names this one occurrence, where it is to be found in the log
 */
public record ProblemAnswer(Problem problem, Map<String, String> headers, Optional<String> instance) {

    /** The media type of every problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A type's URI is this and its kebab-case name. */
    static final String TYPES = "https://allleads.example/problems/";

    /** What is unavailable is mostly being updated. */
    private static final String SOON = "5";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Copies the headers. */
    public ProblemAnswer {
        headers = Map.copyOf(headers);
    }

    /** A problem with which HTTP wants nothing else said. */
    public static ProblemAnswer of(Problem problem) {
        return of(problem, problem.status() == 503 ? Map.of(HttpHeaders.RETRY_AFTER, SOON) : Map.of());
    }

    /** A problem with headers. */
    public static ProblemAnswer of(Problem problem, Map<String, String> headers) {
        return new ProblemAnswer(problem, headers, Optional.empty());
    }

    /** As a JAX-RS response. */
    public Response toResponse() {
        byte[] body = body();
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LENGTH, body.length)
                .entity(body);
        headers.forEach(response::header);
        return response.build();
    }

    /** Writes the whole answer. */
    public void write(HttpServletResponse response) throws IOException {
        byte[] body = body();
        response.setStatus(problem.status());
        response.setContentType(MEDIA_TYPE);
        headers.forEach(response::setHeader);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private byte[] body() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", TYPES + problem.type());
        members.put("title", problem.title());
        members.put("status", problem.status());
        problem.detail().ifPresent(detail -> members.put("detail", detail));
        instance.ifPresent(name -> members.put("instance", name));
        if (!problem.errors().isEmpty()) {
            members.put("errors", problem.errors());
        }
        try {
            return JSON.writeValueAsBytes(members);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts always have a JSON form", impossible);
        }
    }
}
