package com.allleads.rest.proxies;

import com.allleads.rest.RestSettings;
import java.io.IOException;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
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
    public ProxyFilter(@Reference RestSettings settings) {
        this.settings = settings;
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
