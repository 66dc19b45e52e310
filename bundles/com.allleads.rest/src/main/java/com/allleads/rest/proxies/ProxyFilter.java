package com.allleads.rest.proxies;

import com.allleads.rest.RestSettings;
import java.io.IOException;
<<<<<<< HEAD
=======
import java.util.Dictionary;
import java.util.Map;
>>>>>>> c62d98d (Build: Error Prone and the compiler's lint read all code, and a warning ends the build)
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
<<<<<<< HEAD
=======
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
>>>>>>> c62d98d (Build: Error Prone and the compiler's lint read all code, and a warning ends the build)
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/**
 * Shows the whole site, pages too, each request as its client made it. It has no configuration of its own, so that the
 * container never takes it away and lets requests through unseen.
 */
@Component(service = Filter.class)
@HttpWhiteboardFilterName("allleads-proxies")
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
public final class ProxyFilter implements Filter {

    private final RestSettings settings;

    @Activate
<<<<<<< HEAD
    public ProxyFilter(@Reference RestSettings settings) {
        this.settings = settings;
=======
    public ProxyFilter(BundleContext context, RestConfiguration configuration) {
        this.context = context;
        use(TrustedProxies.of(configuration));
    }

    @Modified
    synchronized void modified(RestConfiguration configuration) {
        try {
            use(TrustedProxies.of(configuration));
        } catch (InvalidConfigurationException e) {
            LOG.error("{}; the trusted proxies stay as they were", e.getMessage());
        }
    }

    @Deactivate
    synchronized void stop() {
        if (registration != null) {
            registration.unregister();
            registration = null;
        }
    }

    private void use(TrustedProxies next) {
        proxies = next;
        if (next.isEmpty()) {
            stop();
        } else if (registration == null) {
            registration = context.registerService(Filter.class, this, properties());
        }
    }

    private static Dictionary<String, Object> properties() {
        return FrameworkUtil.asDictionary(Map.of(
                HttpWhiteboardConstants.HTTP_WHITEBOARD_FILTER_NAME, "allleads-proxies",
                HttpWhiteboardConstants.HTTP_WHITEBOARD_FILTER_PATTERN, "/*",
                HttpWhiteboardConstants.HTTP_WHITEBOARD_FILTER_ASYNC_SUPPORTED, true));
>>>>>>> c62d98d (Build: Error Prone and the compiler's lint read all code, and a warning ends the build)
    }

    @Override
    public void init(FilterConfig configuration) {
        // Nothing to prepare.
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(
                request instanceof HttpServletRequest http
                        ? settings.now().proxies().unwrap(http)
                        : request,
                response);
    }

    @Override
    public void destroy() {
        // Nothing to release.
    }
}
