package com.allleads.api.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Collects everything that is wrong with a request, so that the answer names all of it at once. Not safe for use by several
 * threads.
 */
public final class FieldErrors {

    private final List<Problem.FieldError> errors = new ArrayList<>();

    /** Adds an error. */
    public FieldErrors add(String field, String message) {
        errors.add(new Problem.FieldError(field, message));
        return this;
    }

    /** Adds an error where the condition does not hold. */
    public FieldErrors require(boolean holds, String field, String message) {
        return holds ? this : add(field, message);
    }

    /** Adds an error where the value is missing. */
    public FieldErrors present(String field, Object value) {
        return require(value != null, field, "is required");
    }

    /** Adds an error where the text is missing, blank, longer than {@code most}, or has control characters. */
    public FieldErrors text(String field, String value, int most) {
        if (value == null || value.isBlank()) {
            return add(field, "is required");
        }
        return optionalText(field, value, most);
    }

    /** As {@link #text}, but missing is accepted. */
    public FieldErrors optionalText(String field, String value, int most) {
        if (value == null) {
            return this;
        }
        require(value.length() <= most, field, "must be at most " + most + " characters");
        return require(value.chars().noneMatch(Character::isISOControl), field, "must not contain control characters");
    }

    /** Adds an error where a value that is present does not satisfy the rule. */
    public <T> FieldErrors rule(String field, Optional<T> value, Predicate<T> rule, String message) {
        return require(value.isEmpty() || rule.test(value.get()), field, message);
    }

    /** What was found so far. */
    public List<Problem.FieldError> found() {
        return List.copyOf(errors);
    }

    /**
     * Ends the request with 422 where anything was found.
     *
     * @throws ProblemException naming every field
     */
    public void refuse() {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).exception();
        }
    }
}
