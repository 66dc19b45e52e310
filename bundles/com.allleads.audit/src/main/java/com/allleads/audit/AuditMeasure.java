package com.allleads.audit;

import com.allleads.api.audit.Audit;
import com.allleads.api.policy.SecurityMeasure;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The record, as people are told of it; in force as long as acts are written down. */
@Component(service = SecurityMeasure.class)
public final class AuditMeasure implements SecurityMeasure {

    @Activate
    public AuditMeasure(@Reference Audit inForce) {}

    @Override
    public String sentence() {
        return "Whatever an operator changes, and every look at somebody's data, is written down before it is done, in a"
                + " record that is chained by hashes so that alterations show.";
    }
}
