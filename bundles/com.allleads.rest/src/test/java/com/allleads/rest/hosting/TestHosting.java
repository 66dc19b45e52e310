package com.allleads.rest.hosting;

import com.allleads.api.rest.RestResource;
import com.allleads.rest.RestSettings;
import com.allleads.rest.access.OptOutSignals;
import com.allleads.rest.access.Recognition;
import com.allleads.rest.limits.TokenBuckets;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Does by hand what declarative services do. */
public final class TestHosting {

    private final ResourceServers servers;
    private final InstalledResources resources;

    public TestHosting(BundleContext context, Recognition recognition, TokenBuckets limits, RestSettings settings) {
        servers = new ResourceServers(recognition, limits, new OptOutSignals());
        resources = new InstalledResources(context, servers, settings);
    }

    public InstalledResources resources() {
        return resources;
    }

    public void add(ServiceReference<RestResource> reference) {
        resources.added(reference);
    }

    public void remove(ServiceReference<RestResource> reference) {
        resources.removed(reference);
    }

    public void stop() {
        resources.stop();
        servers.stop();
    }
}
