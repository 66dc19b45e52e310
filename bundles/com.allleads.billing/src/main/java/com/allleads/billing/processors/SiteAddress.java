package com.allleads.billing.processors;

import com.allleads.billing.BillingSettings;
import java.net.URI;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;

/**
 * Where processors reach the site, and send browsers back to: under the public address where one is configured, else at this
 * machine's own web port, which the web server's configuration names.
 */
@Component(service = SiteAddress.class, configurationPid = "org.ops4j.pax.web")
public final class SiteAddress {

    private static final String PORT = "org.osgi.service.http.port";
    private static final String DEFAULT_PORT = "8181";

    private final BillingSettings settings;
    private volatile URI own;

    @Activate
    public SiteAddress(@Reference BillingSettings settings, Map<String, Object> webServer) {
        this.settings = settings;
        modified(webServer);
    }

    @Modified
    void modified(Map<String, Object> webServer) {
        Object port = webServer.getOrDefault(PORT, DEFAULT_PORT);
        own = URI.create("http://127.0.0.1:" + port);
    }

    /** Where a processor posts its call-backs. */
    public URI callbacks(String processor) {
        return page("/api/v1/processors/" + processor + "/callbacks");
    }

    /** Where a browser finds a page of the site, given its path and query. */
    public URI page(String path) {
        return URI.create(settings.current().publicUrl().orElse(own) + path);
    }
}
