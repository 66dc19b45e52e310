package com.allleads.portal;

import com.allleads.api.portal.PageAnswer.File;
import com.allleads.api.readiness.ReadinessCheck;
import com.allleads.api.rest.ProblemException;
import com.allleads.portal.request.Incoming;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** All pages of the site. Whatever has a servlet with a longer pattern, REST and the clear gif among them, goes before. */
@Component(
        service = {Servlet.class, ReadinessCheck.class},
        property = "load-on-startup:Integer=1")
@HttpWhiteboardServletName("allleads-portal")
@HttpWhiteboardServletPattern("/*")
public final class PortalServlet extends HttpServlet implements ReadinessCheck {

    private static final long serialVersionUID = 1L;
    private static final String API = "/api/";

    private final transient Portal portal;
    private final transient PageFrame frame;
    private final transient PortalSettings settings;
    private transient volatile boolean serving;

    @Activate
    public PortalServlet(@Reference Portal portal, @Reference PageFrame frame, @Reference PortalSettings settings) {
        this.portal = portal;
        this.frame = frame;
        this.settings = settings;
    }

    @Override
    public void init() {
        serving = true;
    }

    @Override
    public void destroy() {
        serving = false;
    }

    @Override
    public Optional<String> missing() {
        return serving
                ? Optional.empty()
                : Optional.of("the web pages are not served: no other servlet may be registered at /*");
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().startsWith(API)) {
            restIsAway(response);
            return;
        }
        write(reply(request), request, response);
    }

    /**
     * A call of the interface comes here only while its servlet is away, as at start and during an update. A client must be
     * told to try again, not that its request is wrong.
     */
    private static void restIsAway(HttpServletResponse response) throws IOException {
        byte[] body = ("{\"type\":\"https://allleads.example/problems/unavailable\",\"status\":503,"
                        + "\"title\":\"This cannot be done at the moment.\","
                        + "\"detail\":\"The interface is not being served now; try again in a moment.\"}")
                .getBytes(StandardCharsets.UTF_8);
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "1");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private Reply reply(HttpServletRequest request) throws IOException {
        try {
            return portal.answer(Incoming.read(request, settings.formLimit()));
        } catch (ProblemException unreadable) {
            return frame.unreadable(unreadable.problem());
        }
    }

    private static void write(Reply reply, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] body = reply.html().getBytes(StandardCharsets.UTF_8);
        response.setStatus(reply.status());
        SecurityHeaders.put(response, reply.hosts(), reply.leavesFor());
        response.setHeader("Cache-Control", reply.personal() ? "no-store" : "private, no-cache");
        response.setHeader("Vary", "Cookie, Accept-Language, Sec-GPC");
        reply.location().ifPresent(location -> response.setHeader("Location", location));
        reply.cookie().ifPresent(cookie -> response.addHeader("Set-Cookie", cookie));
        if (reply.file().isPresent()) {
            handOut(reply.file().get(), request, response);
            return;
        }
        if (reply.status() == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
            response.setHeader("Allow", "GET, HEAD, POST");
        }
        if (body.length > 0) {
            response.setContentType("text/html;charset=UTF-8");
            response.setHeader("Content-Language", reply.language().toLanguageTag());
        }
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    private static void handOut(File file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(file.type());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
        if (!request.getMethod().equals("HEAD")) {
            file.content().writeTo(response.getOutputStream());
        }
    }
}
