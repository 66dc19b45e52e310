package com.allleads.backup.restore;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.proof.HeadsRenewal;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Restored chains are shorter than those whose ends were signed, which is no alteration: the operator wanted it. */
@Component(service = RenewedHeads.class)
public final class RenewedHeads {

    private static final Logger LOG = LoggerFactory.getLogger(RenewedHeads.class);

    private volatile HeadsRenewal heads;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void set(HeadsRenewal present) {
        heads = present;
    }

    void unset(HeadsRenewal gone) {
        if (heads == gone) {
            heads = null;
        }
    }

    /** Signs the ends of chains as they were restored. */
    void renewed(OperatorAct act) {
        HeadsRenewal known = heads;
        if (known == null) {
            LOG.warn("Nobody signs the ends of chains now: allleads:heads-renew does so later");
            return;
        }
        try {
            known.renew(act.operator().name(), act.reason().orElse("restored"));
        } catch (RuntimeException e) {
            LOG.error("The ends of the restored chains were not signed; allleads:heads-renew does so", e);
        }
    }
}
