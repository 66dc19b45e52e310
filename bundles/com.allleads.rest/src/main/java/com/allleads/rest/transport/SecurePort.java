package com.allleads.rest.transport;

import java.util.Map;
import java.util.OptionalInt;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;

/** Where the site itself answers over TLS, as the web server's configuration says. */
@Component(service = SecurePort.class, configurationPid = "org.ops4j.pax.web")
public final class SecurePort {

    private static final String ENABLED = "org.osgi.service.http.secure.enabled";
    private static final String PORT = "org.osgi.service.http.port.secure";
    private static final int DEFAULT_PORT = 8443;

    private volatile OptionalInt number;

    @Activate
    public SecurePort(Map<String, Object> webServer) {
        modified(webServer);
    }

    @Modified
    void modified(Map<String, Object> webServer) {
        boolean enabled = Boolean.parseBoolean(String.valueOf(webServer.get(ENABLED)));
        Object port = webServer.getOrDefault(PORT, DEFAULT_PORT);
        number = enabled ? OptionalInt.of(Integer.parseInt(port.toString().strip())) : OptionalInt.empty();
    }

    /** The port; empty where the site speaks no TLS of its own. */
    public OptionalInt number() {
        return number;
    }
}
