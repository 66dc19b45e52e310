package com.allleads.rest.proxies;

import com.allleads.api.config.InvalidConfigurationException;
import com.allleads.rest.RestConfiguration;
import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.http.whiteboard.HttpWhiteboardConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the whole site, pages too, each request as its client made it. It stands in the way of requests only where trusted
 * proxies are configured.
 */
@Component(
        service = {},
        configurationPid = RestConfiguration.PID,
        immediate = true)
public final class ProxyFilter implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(ProxyFilter.class);

    private final BundleContext context;
    private volatile TrustedProxies proxies;
    private ServiceRegistration<Filter> registration;

    @Activate
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
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_FILTER_NAME, "allleads-proxies");
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_FILTER_PATTERN, "/*");
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_FILTER_ASYNC_SUPPORTED, true);
        return properties;
    }

    @Override
    public void init(FilterConfig configuration) {
        // Nothing to prepare.
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request instanceof HttpServletRequest http ? proxies.unwrap(http) : request, response);
    }

    @Override
    public void destroy() {
        // Nothing to release.
    }
}
