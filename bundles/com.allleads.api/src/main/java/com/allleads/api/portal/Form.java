package com.allleads.api.portal;

import com.allleads.api.rest.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a form shows: what stands in its fields and what is wrong with them. In a page's model under the name {@code form}
 * the portal's form components find it.
 *
 * @param values what stands in the fields, by name
 * @param errors what is wrong with fields, by name; each goes on after the field's label, as in {@code must not be empty}
 * @param problem what is wrong as a whole, and what to do about it
 * @param key marks one submission, so that sending the form twice does its work once: the idempotency key
 */
public record Form(Map<String, String> values, Map<String, String> errors, Optional<String> problem, String key) {

    /** The hidden field that carries {@link #key}. */
    public static final String KEY = "key";

    /** Copies the maps; the errors keep their order. */
    public Form {
        values = Map.copyOf(values);
        errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
    }

    /** A form that nobody filled in yet. */
    public static Form blank() {
        return filled(Map.of());
    }

    /** A form with values to begin with. */
    public static Form filled(Map<String, String> values) {
        return new Form(values, Map.of(), Optional.empty(), UUID.randomUUID().toString());
    }

    /**
     * A form as it was submitted, to be shown once more with the same key.
     *
     * @param secrets the fields that are not shown again, such as passwords
     */
    public static Form entered(PageRequest request, String... secrets) {
        Set<String> hidden = Set.of(secrets);
        Map<String, String> values = new LinkedHashMap<>();
        request.parameters().forEach((name, all) -> {
            if (!hidden.contains(name) && !all.isEmpty()) {
                values.put(name, all.get(0));
            }
        });
        return new Form(
                values,
                Map.of(),
                Optional.empty(),
                request.parameter(KEY).orElse(UUID.randomUUID().toString()));
    }

    /** The same values with what was found wrong with them. */
    public Form refused(Problem refusal) {
        Map<String, String> found = new LinkedHashMap<>();
        for (Problem.FieldError error : refusal.errors()) {
            found.putIfAbsent(error.field(), error.message());
        }
        return new Form(values, found, found.isEmpty() ? Optional.of(sentences(refusal)) : Optional.empty(), key);
    }

    /** The same with a key of its own: for a form whose key was used. */
    public Form again() {
        return new Form(values, errors, problem, UUID.randomUUID().toString());
    }

    private static String sentences(Problem problem) {
        return String.join(" ", List.of(problem.title(), problem.detail().orElse("")))
                .strip();
    }
}
