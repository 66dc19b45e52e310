package com.allleads.backup.restore;

import com.allleads.api.readiness.ReadinessCheck;
import com.allleads.api.rest.Problem;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
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
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/**
 * Answers everything but the question whether the site is ready with 503 while tables are replaced: neither a page nor a call
 * could be answered rightly. Always there, since adding a filter would restart every servlet.
 */
@Component(service = {Filter.class, ReadinessCheck.class, ClosedSite.class})
@ServiceRanking(-200) // after the one that sends people to TLS
@HttpWhiteboardFilterName("allleads-closed")
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
public final class ClosedSite implements Filter, ReadinessCheck {

    private static final String API = "/api/v1/";
    private static final String READY = "/api/v1/ready";
    private static final String TYPES = "https://allleads.example/problems/";
    private static final String SOON = "5";
    private static final int UNAVAILABLE = 503;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final byte[] page;
    private volatile boolean closed;
    private volatile Optional<String> why = Optional.empty();

    @Activate
    public ClosedSite() {
        page = page();
    }

    /** From now on nobody is answered. */
    void close() {
        why = Optional.of("The site is being restored from a backup; wait until it is done.");
        closed = true;
    }

    /** It stays closed, and says why. */
    void stay(String sentence) {
        why = Optional.of(sentence);
    }

    /** Everybody is answered again. */
    void open() {
        closed = false;
        why = Optional.empty();
    }

    @Override
    public Optional<String> missing() {
        return why;
    }

    @Override
    public void init(FilterConfig configuration) {
        // Nothing to prepare.
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (closed
                && request instanceof HttpServletRequest http
                && response instanceof HttpServletResponse answer
                && !http.getRequestURI().equals(READY)) {
            refuse(http.getRequestURI().startsWith(API), answer);
            return;
        }
        chain.doFilter(request, response);
    }

    @Override
    public void destroy() {
        // Nothing to release.
    }

    private void refuse(boolean call, HttpServletResponse answer) throws IOException {
        byte[] body = call ? problem() : page;
        answer.setStatus(UNAVAILABLE);
        answer.setHeader("Retry-After", SOON);
        answer.setHeader("Cache-Control", "no-store");
        answer.setContentType(call ? "application/problem+json" : "text/html;charset=utf-8");
        answer.setContentLength(body.length);
        answer.getOutputStream().write(body);
    }

    private static byte[] problem() throws IOException {
        Problem problem =
                Problem.unavailable("The site is being restored from a backup. Nothing was done; try again soon.");
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", TYPES + problem.type());
        members.put("title", problem.title());
        members.put("status", problem.status());
        problem.detail().ifPresent(detail -> members.put("detail", detail));
        return JSON.writeValueAsBytes(members);
    }

    /** In both languages, since who signed in with which is in the tables that are replaced. */
    private static byte[] page() {
        StringBuilder html = new StringBuilder(
                "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                        + "<meta name=\"viewport\" content=\"width=device-width\"><meta http-equiv=\"refresh\" content=\"5\"><title>");
        html.append(text("texts.properties", "closed.title")).append("</title></head><body><main>");
        paragraphs(html, "en", "texts.properties");
        paragraphs(html, "es", "texts_es.properties");
        return html.append("</main></body></html>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void paragraphs(StringBuilder html, String language, String file) {
        html.append("<section lang=\"")
                .append(language)
                .append("\"><h1>")
                .append(text(file, "closed.title"))
                .append("</h1><p>")
                .append(text(file, "closed.text"))
                .append("</p></section>");
    }

    private static String text(String file, String key) {
        Properties texts = new Properties();
        try (InputStream in = ClosedSite.class.getResourceAsStream("/com/allleads/backup/pages/" + file);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException("the bundle has its own texts", e);
        }
        return texts.getProperty(key);
    }
}
