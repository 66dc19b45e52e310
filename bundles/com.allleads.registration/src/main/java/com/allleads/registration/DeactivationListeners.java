package com.allleads.registration;

import com.allleads.api.person.PersonId;
import com.allleads.api.registration.DeactivationListener;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The capabilities that have something to do once an account is deactivated, as they are installed at this moment. */
@Component(service = DeactivationListeners.class)
public final class DeactivationListeners {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.UPDATE)
    final List<DeactivationListener> installed = new CopyOnWriteArrayList<>();

    @Activate
    public DeactivationListeners() {}

    /** Listeners that do not come and go. */
    DeactivationListeners(List<DeactivationListener> listeners) {
        installed.addAll(listeners);
    }

    /** Tells all of them, in the caller's transaction. */
    void deactivated(PersonId person, Instant at) {
        installed.forEach(listener -> listener.deactivated(person, at));
    }
}
