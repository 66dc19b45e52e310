package com.allleads.portal.pages;

import com.allleads.api.policy.SecurityMeasure;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The security measures that are in force at this moment, as those who keep them up say. */
@Component(service = MeasuresInForce.class)
public final class MeasuresInForce {

    private final Map<ServiceReference<SecurityMeasure>, SecurityMeasure> measures = new ConcurrentSkipListMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(ServiceReference<SecurityMeasure> reference, SecurityMeasure measure) {
        measures.put(reference, measure);
    }

    void remove(ServiceReference<SecurityMeasure> reference) {
        measures.remove(reference);
    }

    /** One sentence each. */
    List<String> sentences() {
        return measures.values().stream()
                .map(SecurityMeasure::sentence)
                .sorted()
                .toList();
    }
}
