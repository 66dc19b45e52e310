package com.allleads.vault.uses;

import com.allleads.api.person.PersonId;
import com.allleads.api.vault.Field;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Knows from the record of uses which outside parties received a field. */
@Component(service = OutsideReceipts.class)
public final class OutsideReceipts {

    private final Jdbi jdbi;

    @Activate
    public OutsideReceipts(@Reference(target = "(&(schema=com.allleads.vault)(datasource=allleads))") Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The outside parties that received a person's field since a time. */
    public Set<String> of(PersonId person, Field field, Instant since) {
        return jdbi
                .withHandle(handle -> handle.createQuery("SELECT DISTINCT recipient_name, fields FROM vault_use"
                                + " WHERE person = :person AND recipient_kind = 'OUTSIDE' AND used_at >= :since")
                        .bind("person", person.toString())
                        .bind("since", since.toEpochMilli())
                        .map((row, context) -> new Receipt(row.getString("recipient_name"), row.getString("fields")))
                        .list())
                .stream()
                .filter(receipt -> receipt.holds(field))
                .map(Receipt::recipient)
                .collect(Collectors.toSet());
    }

    private record Receipt(String recipient, String fields) {

        boolean holds(Field field) {
            return Arrays.asList(fields.split(RecordedUse.SEPARATOR)).contains(field.name());
        }
    }
}
