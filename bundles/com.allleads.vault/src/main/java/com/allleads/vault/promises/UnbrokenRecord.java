package com.allleads.vault.promises;

import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.vault.uses.ChainVerification;
import com.allleads.vault.uses.ChainVerification.Report;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code security.alteration}: the record of uses is as it was written. */
@Component(service = PromiseCheck.class)
public final class UnbrokenRecord implements PromiseCheck {

    private final ChainVerification verification;

    @Activate
    public UnbrokenRecord(@Reference ChainVerification verification) {
        this.verification = verification;
    }

    @Override
    public String promise() {
        return "security.alteration";
    }

    @Override
    public Evidence count() {
        Report report = verification.verify();
        return Evidence.none(
                "breaksInRecordOfUses",
                report.breaks(),
                "usesVerified",
                report.uses(),
                "Places where the record of uses is not as it was written: each batch of it carries a hash over itself"
                        + " and the batch before.");
    }
}
