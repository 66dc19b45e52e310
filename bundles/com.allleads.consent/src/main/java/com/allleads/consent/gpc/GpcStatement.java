package com.allleads.consent.gpc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Says, where the Global Privacy Control specification looks for it, that the site honours the signal. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/.well-known/gpc.json")
public final class GpcStatement extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** The date is that of the last change of how the site honours the signal. */
    private static final byte[] STATEMENT =
            "{\"gpc\": true, \"lastUpdate\": \"2026-11-23\"}\n".getBytes(StandardCharsets.US_ASCII);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "public, max-age=86400");
        response.setContentLength(STATEMENT.length);
        response.getOutputStream().write(STATEMENT);
    }
}
