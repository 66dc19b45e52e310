package com.allleads.policy.parties;

import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.OutsideParties.InstalledParty;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.spi.party.PartyDeclaration;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Promise {@code choice.outside-parties}: every installed outside party stands in the notice, and the notice says all that a
 * person needs to decide: who it is, what it receives, what it keeps, and where its own policy is.
 */
@Component
public final class OutsidePartiesAnnounced implements PromiseCheck {

    private final InstalledAdapters adapters;

    @Activate
    public OutsidePartiesAnnounced(@Reference InstalledAdapters adapters) {
        this.adapters = adapters;
    }

    @Override
    public String promise() {
        return "choice.outside-parties";
    }

    @Override
    public Evidence count() {
        List<InstalledParty> parties = adapters.installed();
        long silent = adapters.undeclared()
                + parties.stream()
                        .filter(party -> !complete(party.declaration()))
                        .count();
        return Evidence.none(
                "partiesWithoutNotice",
                silent,
                "adapters",
                adapters.registered(),
                "Every installed outside party is announced with what it receives, what it keeps and its own policy.");
    }

    private static boolean complete(PartyDeclaration declaration) {
        return !declaration.legalName().isBlank()
                && !declaration.retention().isBlank()
                && !declaration.uses().isEmpty()
                && declaration.policy().isAbsolute();
    }
}
