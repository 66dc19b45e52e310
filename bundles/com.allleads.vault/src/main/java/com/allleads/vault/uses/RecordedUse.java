package com.allleads.vault.uses;

import com.allleads.api.consent.Ground;
import com.allleads.api.person.PersonId;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Recipient;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A use as it is written down: the person under their identifier alone, and no value. Plain texts, so that also a row that
 * was tampered with can be read and compared.
 *
 * @param person the identifier of the person whose data it is
 * @param at when
 * @param terms what was used, what for and by whom
 * @param receipt the receipt of the decision that allowed it, where it was a choice
 */
record RecordedUse(String person, Instant at, Terms terms, Optional<String> receipt) {

    static RecordedUse of(
            PersonId person, Instant at, Collection<Field> fields, String purpose, Ground ground, Recipient recipient) {
        List<String> names = fields.stream().sorted().map(Field::name).toList();
        return new RecordedUse(
                person.toString(),
                at,
                new Terms(
                        Terms.join(names),
                        purpose,
                        ground.basis().name(),
                        recipient.kind().name(),
                        recipient.name()),
                ground.receipt());
    }
}
