package com.allleads.vault;

import com.allleads.api.policy.SecurityMeasure;
import com.allleads.vault.uses.UseRecorder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The record of uses, as people are told of it; in force as long as uses are written down. */
@Component(service = SecurityMeasure.class)
public final class UseRecordMeasure implements SecurityMeasure {

    @Activate
    public UseRecordMeasure(@Reference UseRecorder inForce) {}

    @Override
    public String sentence() {
        return "Personal data is read only for a stated purpose. Every use is written down before the data is handed out,"
                + " where you can see it, in a record that is chained by hashes so that alterations show.";
    }
}
