package com.allleads.api.policy;

import com.allleads.spi.party.PartyDeclaration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The outside parties whose adapters are installed at this moment (promise {@code choice.outside-parties}). Safe for use by
 * many threads.
 */
@ProviderType
public interface OutsideParties {

    /** Every one, by name. */
    List<InstalledParty> installed();

    /**
     * An outside party.
     *
     * @param role what it does for the site, as in {@code card processor} or {@code email}
     * @param declaration what it declares
     */
    record InstalledParty(String role, PartyDeclaration declaration) {}
}
