package com.allleads.policy.heads;

import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.api.proof.SignedHeads.Comparison;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code security.alteration}: no chain ends before a head of it that was signed into a file outside the database. */
@Component(service = PromiseCheck.class)
public final class HeadsFound implements PromiseCheck {

    private final SignedHeadsFile file;

    @Activate
    public HeadsFound(@Reference SignedHeadsFile file) {
        this.file = file;
    }

    @Override
    public String promise() {
        return "security.alteration";
    }

    @Override
    public Evidence count() {
        Comparison found = file.compareAll();
        return Evidence.none(
                "signedHeadsMissed",
                found.breaks().size(),
                "signedHeads",
                found.heads(),
                found.breaks().isEmpty()
                        ? found.signedAt()
                                .map(at -> "The ends of the chains as they were signed at " + at
                                        + " into a file outside the database were found in them.")
                                .orElse("No end of a chain was signed yet.")
                        : "What was signed into a file outside the database was not found: "
                                + found.breaks().get(0) + ".");
    }
}
