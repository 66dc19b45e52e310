package com.allleads.vault.uses;

import com.allleads.api.consent.Ground;
import com.allleads.api.person.PersonId;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Recipient;
import com.allleads.vault.persons.StoredValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is to be written down. */
sealed interface NewUse {

    /** Of values that were read before. */
    record Known(RecordedUse use) implements NewUse {}

    /**
     * Of values that are read in the same transaction, so that whoever asks for them waits once. Only what is held is used.
     *
     * @param person whose
     * @param fields which are asked for
     * @param at when
     * @param purpose what for
     * @param ground what it stands on
     * @param recipient who gets it
     */
    record Asked(PersonId person, Set<Field> fields, Instant at, String purpose, Ground ground, Recipient recipient)
            implements NewUse {

        /** Those among the person's values that are asked for. */
        List<StoredValue> among(List<StoredValue> held) {
            Set<String> names = fields.stream().map(Field::name).collect(Collectors.toSet());
            return held.stream().filter(value -> names.contains(value.field())).toList();
        }

        /** The use of these values; none where there are none. */
        Optional<RecordedUse> of(List<StoredValue> values) {
            return values.isEmpty()
                    ? Optional.empty()
                    : Optional.of(RecordedUse.of(
                            person,
                            at,
                            values.stream()
                                    .map(value -> new Field(value.field()))
                                    .toList(),
                            purpose,
                            ground,
                            recipient));
        }
    }
}
