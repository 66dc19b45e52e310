package com.allleads.billing.privacy;

import com.allleads.api.person.PersonId;
import com.allleads.api.registration.DeactivationListener;
import com.allleads.billing.refunds.Refunds;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is left on the balance of somebody who deactivated their account goes back; here it is only written down as owed. */
@Component
public final class MoneyOfTheDeactivated implements DeactivationListener {

    private final Refunds refunds;

    @Activate
    public MoneyOfTheDeactivated(@Reference Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public void deactivated(PersonId person, Instant at) {
        refunds.owe(person, at);
    }
}
