package com.allleads.audit.promises;

import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.audit.ChainVerification;
import com.allleads.audit.ChainVerification.Report;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code security.alteration}: the record of what operators did is as it was written. */
@Component(service = PromiseCheck.class)
public final class ActsUnaltered implements PromiseCheck {

    private final ChainVerification verification;

    @Activate
    public ActsUnaltered(@Reference ChainVerification verification) {
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
                "breaksInRecordOfOperators",
                report.breaks(),
                "entriesOfOperatorsVerified",
                report.entries(),
                "Places where the record of what operators did is not as it was written: each entry carries a hash over"
                        + " itself and the entry before.");
    }
}
