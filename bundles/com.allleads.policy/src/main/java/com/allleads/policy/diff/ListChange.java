package com.allleads.policy.diff;

import java.util.List;

/**
 * A change in the lists of the policy.
 *
 * @param kind the key of its sentence, as in {@code party.added}
 * @param arguments what the sentence names; a list stands for several names
 */
public record ListChange(String kind, List<Object> arguments) {

    /** Copies the list. */
    public ListChange {
        arguments = List.copyOf(arguments);
    }

    static ListChange of(String kind, Object... arguments) {
        return new ListChange(kind, List.of(arguments));
    }

    /** The whole sentence. */
    public String sentence(String language) {
        return Sentences.in(language).say(kind, arguments);
    }
}
