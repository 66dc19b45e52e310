package com.allleads.audit;

import com.allleads.api.person.PersonId;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How often operators looked at somebody's data, as the record has it. */
@Component(service = Looks.class)
public final class Looks {

    private final Trail trail;

    @Activate
    public Looks(@Reference Trail trail) {
        this.trail = trail;
    }

    /** Since when there is a record. */
    public Instant keptSince() {
        return Instant.ofEpochMilli(trail.head().keptSince());
    }

    /** How many looks at a person began. */
    public long recorded(PersonId person) {
        return trail.begun("person", person.toString());
    }
}
