package com.allleads.rest.json;

import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Optional;

/** Says what is wrong with a body in words for whoever wrote it, by the path of the member and without its value. */
final class JsonRefusal {

    /** The whole body, where no member of it is to blame. */
    private static final String BODY = "body";

    private static final int LONGEST_NAME = 64;

    private JsonRefusal() {}

    /**
     * 400 where it is no JSON, 422 where it is the wrong JSON.
     *
     * @return the problem; empty where the platform's own classes are to blame
     */
    static Optional<Problem> of(JsonProcessingException failure) {
        if (failure instanceof InvalidDefinitionException) {
            return Optional.empty();
        }
        if (failure instanceof JsonMappingException mapping && !isMalformed(mapping)) {
            return Optional.of(mismatch(mapping));
        }
        return Optional.of(malformed(failure.getLocation()));
    }

    /** 400: no JSON at all. */
    static Problem malformed(JsonLocation location) {
        String where =
                location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        return Problem.of(
                400,
                "malformed-json",
                "The body is not well-formed JSON.",
                "It breaks off, names a member twice, goes too deep or is no JSON" + where + ".");
    }

    /** 400: no body. */
    static Problem missing() {
        return Problem.of(400, "missing-body", "A body is needed here.", "Send the JSON that openapi.json describes.");
    }

    /** What goes wrong within a member arrives wrapped, with the path to it. */
    private static boolean isMalformed(JsonMappingException mapping) {
        return !(mapping instanceof MismatchedInputException)
                && !(mapping instanceof ValueInstantiationException)
                && !(mapping.getCause() instanceof InputCoercionException)
                && mapping.getCause() instanceof JsonProcessingException;
    }

    private static Problem mismatch(JsonMappingException mapping) {
        if (mapping.getCause() instanceof ProblemException refusal) {
            return refusal.problem();
        }
        return Problem.invalid(path(mapping), message(mapping));
    }

    private static String message(JsonMappingException mapping) {
        if (mapping instanceof RefusedMember refused) {
            return refused.rule();
        }
        if (mapping instanceof UnrecognizedPropertyException) {
            return RefusedMember.UNKNOWN;
        }
        if (mapping instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "must be " + JsonShape.of(mismatch.getTargetType());
        }
        if (mapping.getCause() instanceof InputCoercionException overflow) {
            return "must be " + JsonShape.of(overflow.getTargetType());
        }
        return "cannot be accepted";
    }

    private static String path(JsonMappingException mapping) {
        StringBuilder path = new StringBuilder();
        for (Reference step : mapping.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(name(step.getFieldName()));
            }
        }
        return path.length() == 0 ? BODY : path.toString();
    }

    /** Names of unknown members come from outside. */
    private static String name(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_.-]", "?");
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
    }
}
