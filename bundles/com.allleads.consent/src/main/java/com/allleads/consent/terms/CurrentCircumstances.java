package com.allleads.consent.terms;

import com.allleads.api.consent.Act;
import com.allleads.api.policy.PolicyTerms;
import com.allleads.consent.ConsentSettings;
import com.allleads.consent.KnownPurposes;
import com.allleads.consent.decisions.Circumstances;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The circumstances under which somebody decides at this moment. */
@Component(service = CurrentCircumstances.class)
public final class CurrentCircumstances {

    private final KnownPurposes purposes;
    private final PurposeTerms terms;
    private final KeptTerms kept;
    private final ConsentSettings settings;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public volatile PolicyTerms policy;

    @Activate
    public CurrentCircumstances(
            @Reference KnownPurposes purposes,
            @Reference PurposeTerms terms,
            @Reference KeptTerms kept,
            @Reference ConsentSettings settings) {
        this.purposes = purposes;
        this.terms = terms;
        this.kept = kept;
        this.settings = settings;
    }

    /** Of decisions about these purposes. */
    public Circumstances of(List<Act> acts) {
        Map<String, String> digests = new HashMap<>();
        acts.forEach(act -> purposes.find(act.purpose())
                .ifPresent(known -> digests.put(act.purpose(), kept.keep(terms.of(known.purpose())))));
        PolicyTerms versions = policy;
        return new Circumstances(
                versions == null ? 0 : versions.inForce(),
                digests,
                settings.now().validity());
    }
}
