package com.allleads.portal.session;

import com.allleads.api.consent.Consent;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Has consent heed the Global Privacy Control signal of a person's browser. While consent is away everything that could be
 * agreed to is refused anyway.
 */
@Component(service = OptOutSignals.class)
public final class OptOutSignals {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Consent consent;

    /** Heeds the signal where there is one and somebody is signed in. */
    public void heed(boolean signal, Visitor visitor) {
        Consent heeding = consent;
        if (signal && heeding != null) {
            visitor.caller().person().ifPresent(heeding::signalled);
        }
    }
}
