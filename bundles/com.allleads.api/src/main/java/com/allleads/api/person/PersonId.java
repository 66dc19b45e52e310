package com.allleads.api.person;

import java.util.Objects;
import java.util.UUID;

/**
 * Names a person without saying anything about them: a random UUID, never reused. It may stand in URLs and logs, and in
 * every capability's tables; all that it could lead to is behind the vault.
 *
 * @param value the UUID
 */
public record PersonId(UUID value) {

    /** Refuses null. */
    public PersonId {
        Objects.requireNonNull(value, "value");
    }

    /** A new one, from a strong random source. */
    public static PersonId random() {
        return new PersonId(UUID.randomUUID());
    }

    /**
     * Reads the form that {@link #toString()} writes.
     *
     * @throws IllegalArgumentException where it is not a UUID
     */
    public static PersonId parse(String text) {
        return new PersonId(UUID.fromString(text));
    }

    /** The UUID in its usual form. */
    @Override
    public String toString() {
        return value.toString();
    }
}
