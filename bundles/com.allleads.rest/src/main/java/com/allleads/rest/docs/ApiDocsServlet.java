package com.allleads.rest.docs;

import java.io.IOException;
import java.util.Map;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Swagger UI over {@code openapi.json}, so always about what is installed. It is a page of its own with a policy of its own:
 * nothing of it comes from another host, and it runs no script but the two that lie here.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("allleads-api-docs")
@HttpWhiteboardServletPattern({"/api/docs", "/api/docs/*"})
public final class ApiDocsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Swagger UI draws some of its icons from data in its style sheet. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static final String SWAGGER_UI = "/META-INF/resources/webjars/swagger-ui/5.34.1/";
    private static final String OWN = "/com/allleads/rest/docs/";

    private static final Map<String, DocsFile> FILES = Map.of(
            "/", new DocsFile(OWN + "docs.html", "text/html;charset=UTF-8"),
            "/docs.js", new DocsFile(OWN + "docs.js", "text/javascript;charset=UTF-8"),
            "/docs.css", new DocsFile(OWN + "docs.css", "text/css;charset=UTF-8"),
            "/swagger-ui.css", new DocsFile(SWAGGER_UI + "swagger-ui.css", "text/css;charset=UTF-8"),
            "/swagger-ui-bundle.js",
                    new DocsFile(SWAGGER_UI + "swagger-ui-bundle.js", "text/javascript;charset=UTF-8"));

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        String path = request.getPathInfo();
        if (path == null) {
            // The files that the page names lie below it.
            response.sendRedirect("/api/docs/");
            return;
        }
        DocsFile file = FILES.get(path);
        if (file == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        file.send(request, response);
    }
}
