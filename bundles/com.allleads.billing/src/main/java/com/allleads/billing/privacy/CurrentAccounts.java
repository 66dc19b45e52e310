package com.allleads.billing.privacy;

import com.allleads.api.registration.Accounts;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The accounts of people as they are at this moment, since registration comes and goes while balances are still spent. */
@Component(service = CurrentAccounts.class)
public final class CurrentAccounts {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Accounts accounts;

    @Activate
    public CurrentAccounts() {}

    /** Accounts that do not come and go. */
    public CurrentAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The accounts; empty while registration is away. */
    public Optional<Accounts> get() {
        return Optional.ofNullable(accounts);
    }
}
