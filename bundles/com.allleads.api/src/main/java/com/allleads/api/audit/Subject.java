package com.allleads.api.audit;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an act is done to, by an identifier that says nothing about a person.
 *
 * @param kind what it is, kebab-case, as in {@code order}; {@link #PERSON} where it is a person
 * @param id its identifier: letters, digits and {@code . _ : -}, at most 100 of them; for a person the UUID
 */
public record Subject(String kind, String id) {

    /** The kind of a person; the identifier is a {@link com.allleads.api.person.PersonId}. */
    public static final String PERSON = "person";

    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,39}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException where one is not allowed
     */
    public Subject {
        if (!KIND.matcher(kind).matches() || !allowed(kind, id)) {
            throw new IllegalArgumentException("a kind and an identifier that says nothing about a person");
        }
    }

    /** What an operator entered, where it can be an identifier: what they entered by mistake may be somebody's address. */
    public static Optional<Subject> entered(String kind, String text) {
        return text != null && allowed(kind, text) ? Optional.of(new Subject(kind, text)) : Optional.empty();
    }

    private static boolean allowed(String kind, String id) {
        return (kind.equals(PERSON) ? UUID : ID).matcher(id).matches();
    }
}
