package com.allleads.billing.privacy;

import com.allleads.api.vault.Vault;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The vault as it is at this moment, since it comes and goes while balances are still spent. */
@Component(service = CurrentVault.class)
public final class CurrentVault {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Vault vault;

    @Activate
    public CurrentVault() {}

    /** A vault that does not come and go. */
    public CurrentVault(Vault vault) {
        this.vault = vault;
    }

    /** The vault; empty while it is away. */
    public Optional<Vault> get() {
        return Optional.ofNullable(vault);
    }
}
