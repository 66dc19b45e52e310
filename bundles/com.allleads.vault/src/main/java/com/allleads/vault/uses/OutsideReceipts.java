package com.allleads.vault.uses;

import com.allleads.api.person.PersonId;
import com.allleads.api.vault.Field;
import java.time.Instant;
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
                .withHandle(handle -> handle.createQuery("SELECT DISTINCT " + Terms.COLUMNS + Terms.USES
                                + " WHERE u.person = :person AND t.recipient_kind = 'OUTSIDE' AND u.used_at >= :since")
                        .bind("person", person.toString())
                        .bind("since", since.toEpochMilli())
                        .map((row, context) -> Terms.read(row))
                        .list())
                .stream()
                .filter(terms -> terms.holds(field))
                .map(Terms::recipientName)
                .collect(Collectors.toSet());
    }
}
