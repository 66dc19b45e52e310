package com.allleads.rest.transport;

import com.allleads.api.rest.Problem;
import com.allleads.rest.RestSettings;
import com.allleads.rest.problems.ProblemAnswer;
import com.allleads.rest.proxies.AddressRange;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/**
 * Keeps the whole site to TLS where it has it: browsers are told to use nothing else, and nobody outside this machine is
 * answered in clear. A page that is only looked at is redirected. A call or a form is refused, because what it carries was
 * already sent in clear, and a redirect would hide that for good. This machine itself goes on in clear: readiness probes,
 * call-backs of the sandbox and a proxy in front are there.
 */
@Component(service = Filter.class)
@ServiceRanking(-100) // after the proxies' filter, so that it sees what the client did
@HttpWhiteboardFilterName("allleads-transport")
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
public final class TransportFilter implements Filter {

    private static final Set<String> LOOKING = Set.of("GET", "HEAD");
    private static final String API = "/api/v1/";
    private static final int PERMANENT_REDIRECT = 308;
    private static final int HTTPS_PORT = 443;

    private static final ProblemAnswer IN_CLEAR = ProblemAnswer.of(Problem.of(
            403,
            "tls-required",
            "This site is called over TLS.",
            "Use https. What this request carried was sent in clear: change passwords and tokens that were in it."));

    private final RestSettings settings;
    private final SecurePort securePort;

    @Activate
    public TransportFilter(@Reference RestSettings settings, @Reference SecurePort securePort) {
        this.settings = settings;
        this.securePort = securePort;
    }

    @Override
    public void init(FilterConfig configuration) {
        // Nothing to prepare.
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse answer) {
            OptionalInt port = securePort.number();
            if (http.isSecure()) {
                demandTls(answer);
            } else if (port.isPresent() && !AddressRange.isLoopback(http.getRemoteAddr())) {
                sendAway(http, answer, port.getAsInt());
                return;
            }
        }
        chain.doFilter(request, response);
    }

    /** Subdomains are left out: they may be somebody else's. */
    private void demandTls(HttpServletResponse response) {
        Duration time = settings.now().strictTransport();
        response.setHeader("Strict-Transport-Security", "max-age=" + time.toSeconds());
    }

    private static void sendAway(HttpServletRequest request, HttpServletResponse response, int port)
            throws IOException {
        String path = request.getRequestURI();
        response.setHeader("Cache-Control", "no-store");
        if (!LOOKING.contains(request.getMethod()) || path.startsWith(API)) {
            IN_CLEAR.write(response);
            return;
        }
        String query = request.getQueryString();
        response.setStatus(PERMANENT_REDIRECT);
        response.setHeader(
                "Location",
                "https://" + request.getServerName() + (port == HTTPS_PORT ? "" : ":" + port) + path
                        + (query == null ? "" : "?" + query));
    }

    @Override
    public void destroy() {
        // Nothing to release.
    }
}
