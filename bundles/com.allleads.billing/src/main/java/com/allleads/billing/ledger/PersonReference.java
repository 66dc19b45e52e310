package com.allleads.billing.ledger;

import com.allleads.api.person.PersonId;
import java.util.Optional;

/** Which person an operator means. */
public final class PersonReference {

    private PersonReference() {}

    /** The identifier in a text; empty where there is none. */
    public static Optional<PersonId> parse(String text) {
        try {
            return Optional.ofNullable(text).map(PersonId::parse);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
