package com.allleads.metrics.pages;

import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.metrics.Meters;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the platform measures, as it is now: its own figures first, then those of the machine. */
@Component(service = Page.class, property = "allleads.command=allleads:metrics")
public final class MetricsPage implements Page {

    private static final String PATH = "/operator/metrics";
    private static final String OWN = "allleads.";

    private final Meters meters;

    @Activate
    public MetricsPage(@Reference Meters meters) {
        this.meters = meters;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "metrics.title", Access.Role.VIEWER, "metrics.menu", 880);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        List<ShownMeter> all = ShownMeter.of(meters.figures());
        return PageAnswer.show(
                MetricsPage.class,
                "metrics.ftl",
                Map.of(
                        "own", all.stream().filter(MetricsPage::isOwn).toList(),
                        "machine", all.stream().filter(meter -> !isOwn(meter)).toList()));
    }

    private static boolean isOwn(ShownMeter meter) {
        return meter.name().startsWith(OWN);
    }
}
