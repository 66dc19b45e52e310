package com.allleads.backup;

import com.allleads.api.audit.Audit;
import com.allleads.api.audit.OperatorAct;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** By which operators act here: what they do is written down, and refused where nobody does that. */
@Component(service = OperatorActs.class)
public final class OperatorActs {

    private volatile Audit audit;

    /** For tests: written down by this audit. */
    public static OperatorActs by(Audit audit) {
        OperatorActs acts = new OperatorActs();
        acts.set(audit);
        return acts;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void set(Audit present) {
        audit = present;
    }

    void unset(Audit gone) {
        if (audit == gone) {
            audit = null;
        }
    }

    /**
     * Does an act and writes it down.
     *
     * @throws com.allleads.api.rest.ProblemException 503 where it cannot be written down; nothing was done
     */
    public <T> T perform(OperatorAct act, Supplier<T> work) {
        Audit known = audit;
        if (known == null) {
            throw Audit.missing();
        }
        return known.perform(act, work);
    }
}
