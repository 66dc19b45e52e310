package com.allleads.vault.retention;

import com.allleads.api.person.PersonId;
import com.allleads.api.registration.DeactivationListener;
import com.allleads.vault.persons.Persons;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Notes when an account was deactivated; from then on its data's time runs. One that is missed is noted by the next sweep. */
@Component(service = DeactivationListener.class)
public final class NotedDeactivation implements DeactivationListener {

    private final Persons persons;

    @Activate
    public NotedDeactivation(@Reference Persons persons) {
        this.persons = persons;
    }

    @Override
    public void deactivated(PersonId person, Instant at) {
        persons.deactivated(person, at);
    }
}
