package com.allleads.registration.pages;

import com.allleads.api.rest.SameOrigin;
import com.allleads.registration.RegistrationSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Stream;
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
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/**
 * Where the age gate is on: whoever said that they are too young does not register in the same session of the browser by saying the
 * opposite. The site stores nothing of it; the browser keeps a cookie until it is closed, whose value is random and means nothing.
 */
@Component(service = Filter.class)
@HttpWhiteboardFilterName("allleads-age-gate")
@HttpWhiteboardFilterPattern({AgePage.REGISTER, AgePage.PATH, AgeGateFilter.BY_REST})
@HttpWhiteboardFilterAsyncSupported
public final class AgeGateFilter implements Filter {

    static final String COOKIE = "allleads-registration";
    static final String BY_REST = "/api/v1/registrations";

    private static final byte[] REFUSAL = ("{\"type\":\"https://allleads.example/problems/invalid-request\","
                    + "\"title\":\"Some fields cannot be accepted.\",\"status\":422,"
                    + "\"detail\":\"ofAge was answered with no before\","
                    + "\"errors\":[{\"field\":\"ofAge\",\"message\":\"was answered with no before\"}]}")
            .getBytes(StandardCharsets.US_ASCII);

    private final RegistrationSettings settings;
    private final SecureRandom random = new SecureRandom();

    @Activate
    public AgeGateFilter(@Reference RegistrationSettings settings) {
        this.settings = settings;
    }

    @Override
    public void init(FilterConfig configuration) {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (settings.now().ageGate()
                && request instanceof HttpServletRequest asked
                && response instanceof HttpServletResponse answer) {
            if (asked.getRequestURI().equals(AgePage.PATH)) {
                mark(asked, answer);
            } else if (isMarked(asked)) {
                refuse(asked, answer);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    @Override
    public void destroy() {}

    /** A link on another site shall not lock anybody out. */
    private void mark(HttpServletRequest request, HttpServletResponse response) {
        if (!SameOrigin.isForeign(request::getHeader)) {
            byte[] value = new byte[16];
            random.nextBytes(value);
            response.addHeader(
                    "Set-Cookie",
                    COOKIE + "=" + Base64.getUrlEncoder().withoutPadding().encodeToString(value)
                            + "; Path=/; HttpOnly; SameSite=Lax" + (request.isSecure() ? "; Secure" : ""));
        }
    }

    private static boolean isMarked(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies()).flatMap(Stream::of).anyMatch(cookie -> cookie.getName()
                .equals(COOKIE));
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().equals(BY_REST)) {
            response.setStatus(422);
            response.setContentType("application/problem+json");
            response.getOutputStream().write(REFUSAL);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", AgePage.PATH);
        }
    }
}
