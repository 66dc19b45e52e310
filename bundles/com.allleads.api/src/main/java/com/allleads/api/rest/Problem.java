package com.allleads.api.rest;

import java.util.List;
import java.util.Optional;

/**
 * An answer that says what is wrong, in the form of RFC 9457. Nothing personal and no value that was sent is in it.
 *
 * @param status the HTTP status, 400 to 599
 * @param type the stable last part of the type's URI, kebab-case, as in {@code insufficient-balance}
 * @param title the same for every problem of the type, one short sentence
 * @param detail what to do about this one
 * @param errors which fields of the request are wrong, empty where none in particular
 */
public record Problem(int status, String type, String title, Optional<String> detail, List<FieldError> errors) {

    /** Copies the list. */
    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem that concerns no field in particular. */
    public static Problem of(int status, String type, String title, String detail) {
        return new Problem(status, type, title, Optional.of(detail), List.of());
    }

    /** 422: well-formed, but these fields cannot be accepted. */
    public static Problem invalid(List<FieldError> errors) {
        return new Problem(
                422, "invalid-request", "Some fields cannot be accepted.", Optional.of(sentence(errors)), errors);
    }

    /** 422 for one field. */
    public static Problem invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** 404, also for what belongs to somebody else, so that nobody learns that it exists. */
    public static Problem notFound(String what) {
        return of(404, "not-found", "There is no such thing here.", what + " was not found.");
    }

    /** 503: a part of the platform that this needs is not there at the moment. */
    public static Problem unavailable(String what) {
        return of(503, "unavailable", "This cannot be done at the moment.", what);
    }

    /** The same problem as an exception. */
    public ProblemException exception() {
        return new ProblemException(this);
    }

    private static String sentence(List<FieldError> errors) {
        return String.join(
                "; ", errors.stream().map(e -> e.field() + " " + e.message()).toList());
    }

    /**
     * What is wrong with a field.
     *
     * @param field its path in the request's body, as in {@code address.city}, or the name of a header or parameter
     * @param message goes on after the field's name, as in {@code must not be empty}
     */
    public record FieldError(String field, String message) {}
}
