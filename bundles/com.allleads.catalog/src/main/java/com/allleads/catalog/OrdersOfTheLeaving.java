package com.allleads.catalog;

import com.allleads.api.person.PersonId;
import com.allleads.api.registration.DeactivationListener;
import com.allleads.api.vault.ErasureListener;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Nothing is delivered any more to somebody who deactivated their account or was erased; here it is only written down that their
 * orders are to be cancelled. Whom the catalogue is not told of while it is away, billing is, and lets go of the money.
 */
@Component(service = {DeactivationListener.class, ErasureListener.class})
public final class OrdersOfTheLeaving implements DeactivationListener, ErasureListener {

    private final DeliveryTable table;

    @Activate
    public OrdersOfTheLeaving(@Reference DeliveryTable table) {
        this.table = table;
    }

    @Override
    public String capability() {
        return "catalog";
    }

    @Override
    public void deactivated(PersonId person, Instant at) {
        table.beginToCancelAll(person, at);
    }

    @Override
    public void erased(PersonId person, Instant at) {
        table.beginToCancelAll(person, at);
    }
}
