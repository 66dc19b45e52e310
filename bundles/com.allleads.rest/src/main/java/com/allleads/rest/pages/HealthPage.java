package com.allleads.rest.pages;

import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.rest.readiness.SiteReadiness;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the site serves, what keeps it from doing so, and the bundles that it is made of. */
@Component(service = Page.class, property = "allleads.command=allleads:ready")
public final class HealthPage implements Page {

    private static final String OURS = "com.allleads.";
    private static final long MEGABYTE = 1024L * 1024;

    private final BundleContext context;
    private final SiteReadiness readiness;

    @Activate
    public HealthPage(BundleContext context, @Reference SiteReadiness readiness) {
        this.context = context;
        this.readiness = readiness;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu("/operator/health", "health.title", Access.Role.VIEWER, "health.menu", 890);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        Runtime java = Runtime.getRuntime();
        return PageAnswer.show(
                HealthPage.class,
                "health.ftl",
                Map.of(
                        "missing", readiness.missing(),
                        "bundles", bundles(),
                        "since",
                                Instant.ofEpochMilli(
                                        ManagementFactory.getRuntimeMXBean().getStartTime()),
                        "usedMegabytes", (java.totalMemory() - java.freeMemory()) / MEGABYTE,
                        "mostMegabytes", java.maxMemory() / MEGABYTE,
                        "java", Runtime.version().toString()));
    }

    private List<ShownBundle> bundles() {
        return Stream.of(context.getBundles())
                .filter(bundle ->
                        Optional.ofNullable(bundle.getSymbolicName()).orElse("").startsWith(OURS))
                .map(ShownBundle::of)
                .sorted(Comparator.comparing(ShownBundle::name).thenComparing(ShownBundle::version))
                .toList();
    }

    /**
     * A bundle as operators see it.
     *
     * @param name its symbolic name
     * @param version its version
     * @param started whether it runs
     * @param changed when it was installed or last updated
     */
    public record ShownBundle(String name, String version, boolean started, Instant changed) {

        static ShownBundle of(Bundle bundle) {
            return new ShownBundle(
                    bundle.getSymbolicName(),
                    bundle.getVersion().toString(),
                    bundle.getState() == Bundle.ACTIVE,
                    Instant.ofEpochMilli(bundle.getLastModified()));
        }
    }
}
