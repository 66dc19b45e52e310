package com.allleads.rest.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.rest.TestSettings;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import javax.servlet.DispatcherType;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Nobody outside this machine is answered in clear where the site has TLS. */
public class TransportFilterTest {

    private static final String OUTSIDE = "198.51.100.7";
    private static final Map<String, Object> TLS =
            Map.of("org.osgi.service.http.secure.enabled", "true", "org.osgi.service.http.port.secure", "8443");

    private final SecurePort securePort = new SecurePort(TLS);
    private final Server server = new Server();
    private LocalConnector connector;

    @Before
    public void start() throws Exception {
        HttpConfiguration http = new HttpConfiguration();
        http.addCustomizer(new ForwardedRequestCustomizer());
        connector = new LocalConnector(server, new HttpConnectionFactory(http));
        server.addConnector(connector);
        ServletContextHandler site = new ServletContextHandler();
        site.addServlet(new ServletHolder(new Site()), "/*");
        site.addFilter(
                new FilterHolder(new TransportFilter(TestSettings.of(Map.of("strict_transport_days", 2)), securePort)),
                "/*",
                EnumSet.of(DispatcherType.REQUEST));
        server.setHandler(site);
        server.start();
    }

    @After
    public void stop() throws Exception {
        server.stop();
    }

    @Test
    public void demandsTlsOverTlsAlone() throws Exception {
        assertThat(answer("GET", "/", OUTSIDE, "https"))
                .startsWith("HTTP/1.1 200")
                .contains("Strict-Transport-Security: max-age=172800");
        assertThat(answer("GET", "/", "127.0.0.1", "http"))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("Strict-Transport-Security");
    }

    @Test
    public void sendsWhoLooksAtAPageToItsSecureAddress() throws Exception {
        assertThat(answer("GET", "/services?page=2", OUTSIDE, "http"))
                .startsWith("HTTP/1.1 308")
                .contains("Location: https://site.example:8443/services?page=2")
                .doesNotContain("the site");
    }

    @Test
    public void refusesCallsAndFormsInClear() throws Exception {
        for (String request : new String[] {"POST /sign-in", "GET /api/v1/me", "POST /api/v1/sessions"}) {
            String[] parts = request.split(" ");
            assertThat(answer(parts[0], parts[1], OUTSIDE, "http"))
                    .as(request)
                    .startsWith("HTTP/1.1 403")
                    .contains("problems/tls-required")
                    .doesNotContain("the site");
        }
    }

    @Test
    public void thisMachineGoesOnInClear() throws Exception {
        for (String own : new String[] {"127.0.0.1", "127.8.9.1", "[::1]"}) {
            assertThat(answer("POST", "/api/v1/ready", own, "http")).as(own).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    public void withoutTlsOfItsOwnTheSiteAnswersInClear() throws Exception {
        securePort.modified(Map.of("org.osgi.service.http.secure.enabled", "false"));

        assertThat(answer("POST", "/sign-in", OUTSIDE, "http")).startsWith("HTTP/1.1 200");
    }

    private String answer(String method, String path, String client, String scheme) throws Exception {
        return connector.getResponse(method + " " + path + " HTTP/1.1\r\nHost: site.example\r\nContent-Length: 0\r\n"
                + "X-Forwarded-For: " + client + "\r\nX-Forwarded-Proto: " + scheme + "\r\nConnection: close\r\n\r\n");
    }

    /** What stands behind the filter. */
    private static final class Site extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print("the site");
        }
    }
}
