package com.allleads.glassbox.promises;

import com.allleads.api.policy.SecurityMeasure;
import com.allleads.glassbox.wall.Wall;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The glass box, as people are told of it; in force as long as it stands. */
@Component(service = SecurityMeasure.class)
public final class GlassBoxMeasure implements SecurityMeasure {

    /** In force from now on. */
    @Activate
    public GlassBoxMeasure(@Reference Wall inForce) {}

    @Override
    public String sentence() {
        return "Program parts of other companies, such as card processors', run in a box: they are handed what they need for"
                + " their work and find neither your data nor other parts of the site. What they try beyond that is refused"
                + " and written down.";
    }
}
