package com.allleads.rest;

import com.allleads.rest.hosting.InstalledResources;
import com.allleads.rest.hosting.ServedResource;
import com.allleads.rest.problems.Failures;
import com.allleads.rest.problems.ProblemAnswer;
import com.allleads.rest.request.ApiRequest;
import com.allleads.rest.request.RequestReader;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything below {@code /api/v1}. It finds the resource itself and hands over to CXF's destination directly: CXF's own
 * servlet would list services, and look for static files in every bundle on each request. It has no configuration: a
 * servlet whose service properties change is taken away and put back by the container.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("allleads-rest")
@HttpWhiteboardServletPattern("/api/v1/*")
public final class ApiServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(ApiServlet.class);

    /** Others may be any text that a client makes up. */
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private final transient RequestReader requests;
    private final transient InstalledResources resources;
    private final transient RequestMeters meters;

    @Activate
    public ApiServlet(
            @Reference RequestReader requests,
            @Reference InstalledResources resources,
            @Reference RequestMeters meters) {
        this.requests = requests;
        this.resources = resources;
        this.meters = meters;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        putHeaders(response);
        try {
            answer(request, response);
        } catch (RuntimeException e) {
            if (response.isCommitted()) {
                LOG.debug("Half an answer was sent already", e);
                return;
            }
            response.resetBuffer();
            Failures.answer(e).write(response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = path(request);
        Optional<ServedResource> resource = resources.at(path);
        if (resource.isPresent()) {
            long begin = System.nanoTime();
            ApiRequest read = requests.read(request);
            // A resource that goes just now may have left its prefix to another one.
            while (resource.isPresent()) {
                if (resource.get().answer(getServletConfig(), read, response)) {
                    meters.note(
                            resource.get().prefix(),
                            METHODS.contains(request.getMethod()) ? request.getMethod() : "other",
                            response.getStatus(),
                            System.nanoTime() - begin);
                    return;
                }
                resource = resources.at(path);
            }
        }
        ProblemAnswer.of(resources.isAway(path) ? Failures.away() : Failures.noSuchPath())
                .write(response);
    }

    /** What comes after {@code /api/v1}, as it was sent: a prefix that is written in another way is none. */
    private static String path(HttpServletRequest request) {
        String base = request.getContextPath() + request.getServletPath();
        String whole = request.getRequestURI();
        return whole.startsWith(base) ? whole.substring(base.length()) : "";
    }

    /** Answers are for the one who asked and for programs; a browser that shows one runs nothing in it. */
    private static void putHeaders(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
