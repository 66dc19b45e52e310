package com.allleads.api.vault;

import java.util.Map;
import java.util.Optional;

/** What the vault answers to a request for personal data. */
public sealed interface Reveal {

    /**
     * The values; the use is already written down.
     *
     * @param values those of the fields asked for that are held
     */
    record Revealed(Map<Field, String> values) implements Reveal {

        /** Copies the values. */
        public Revealed {
            values = Map.copyOf(values);
        }

        /** A value, where it is held. */
        public Optional<String> value(Field field) {
            return Optional.ofNullable(values.get(field));
        }

        /** Names the fields alone. */
        @Override
        public String toString() {
            return "Revealed" + values.keySet();
        }
    }

    /**
     * Nothing is revealed.
     *
     * @param reason why
     */
    record Refused(Reason reason) implements Reveal {}

    /** Why nothing is revealed, in the order in which it is found out. */
    enum Reason {
        /** No capability that is running follows such a purpose. */
        PURPOSE_UNKNOWN,
        /** The vault holds no such person, or they were erased. */
        PERSON_UNKNOWN,
        /** The person does not allow this purpose now. */
        NOT_ALLOWED
    }
}
