package com.allleads.billing.privacy;

import com.allleads.api.person.PersonId;
import com.allleads.api.vault.ErasureListener;
import com.allleads.billing.refunds.Refunds;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is left on the balance of somebody who was erased goes back; here it is only written down as owed. */
@Component
public final class MoneyOfTheErased implements ErasureListener {

    private final Refunds refunds;

    @Activate
    public MoneyOfTheErased(@Reference Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public String capability() {
        return "billing";
    }

    @Override
    public void erased(PersonId person, Instant at) {
        refunds.owe(person, at);
    }
}
