package com.allleads.portal.request;

import com.allleads.api.operator.OperatorCookie;
import com.allleads.api.registration.Device;
import com.allleads.api.registration.Sessions;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.SameOrigin;
import com.allleads.portal.texts.Languages;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;

/**
 * A request as the portal sees it, read once and within limits.
 *
 * @param path the path within the site
 * @param query the query as it came, empty where there is none
 * @param post whether it is a POST; else it only looks
 * @param parameters the page's own parameters: query and form, of which the form wins
 * @param looks whether a form only asks for something to look at, so that nothing of it stands in the address
 * @param cookie the session's token out of the cookie of the part of the site that the path is in
 * @param carried the session's token out of a form, where the browser keeps no cookies
 * @param form the mark of a submitted form; without it a POST only looks at a page
 * @param notice a sealed notice
 * @param language what the browser prefers
 * @param client the client's address
 * @param secure whether it came over TLS
 * @param device roughly what it came from
 * @param optedOut whether the browser sent the Global Privacy Control signal
 * @param foreign whether another site made the browser send it
 */
public record Incoming(
        String path,
        String query,
        boolean post,
        Map<String, List<String>> parameters,
        boolean looks,
        Optional<String> cookie,
        Optional<String> carried,
        Optional<String> form,
        Optional<String> notice,
        Locale language,
        String client,
        boolean secure,
        Device device,
        boolean optedOut,
        boolean foreign) {

    private static final String OPERATOR_PART = "/operator";

    /** The hidden field that marks a submitted form and protects it against forgery. */
    public static final String FORM = "_form";
    /** The hidden field of a form that only looks. */
    public static final String LOOK = "_look";
    /** The hidden field that carries the session where there are no cookies. */
    public static final String SESSION = "session";
    /** The query parameter with a sealed notice. */
    public static final String NOTICE = "_notice";

    /**
     * Reads a request.
     *
     * @param limit the most bytes of a form
     * @throws com.allleads.api.rest.ProblemException where it is none that pages answer
     */
    public static Incoming read(HttpServletRequest request, int limit) throws IOException {
        boolean post = request.getMethod().equals("POST");
        if (!post && !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            throw Problem.of(405, "method-not-allowed", "Pages are looked at or sent forms.", "Use GET or POST.")
                    .exception();
        }
        Map<String, List<String>> query = FormBody.parse(request.getQueryString());
        Map<String, List<String>> form = post ? FormBody.of(request, limit) : Map.of();
        Map<String, List<String>> parameters = new LinkedHashMap<>(query);
        parameters.putAll(form);
        parameters.keySet().removeAll(List.of(FORM, LOOK, SESSION, NOTICE));
        String path = path(request);
        return new Incoming(
                path,
                Optional.ofNullable(request.getQueryString()).orElse(""),
                post,
                parameters,
                form.containsKey(LOOK),
                cookie(request, inOperatorPart(path) ? OperatorCookie.NAME : Sessions.COOKIE),
                first(form, SESSION),
                first(form, FORM),
                first(query, NOTICE),
                Languages.of(request),
                request.getRemoteAddr(),
                request.isSecure(),
                Device.of(request.getHeader("User-Agent")),
                "1".equals(request.getHeader("Sec-GPC")),
                post && SameOrigin.isForeign(request::getHeader));
    }

    /** Whether the path is in the part of the site where operators are signed in, rather than people. */
    public static boolean inOperatorPart(String path) {
        return path.equals(OPERATOR_PART) || path.startsWith(OPERATOR_PART + "/");
    }

    /** The parameters of an encoded query. */
    public static Map<String, List<String>> parameters(String query) {
        return FormBody.parse(query);
    }

    /** The page and its query, as it may stand in a link; without what the portal itself added. */
    public String address() {
        String own = Stream.of(query.split("&"))
                .filter(pair -> !pair.isEmpty() && !pair.startsWith(NOTICE + "="))
                .reduce((one, other) -> one + "&" + other)
                .orElse("");
        return own.isEmpty() ? path : path + "?" + own;
    }

    private static String path(HttpServletRequest request) {
        String path = Optional.ofNullable(request.getServletPath()).orElse("")
                + Optional.ofNullable(request.getPathInfo()).orElse("");
        return path.isEmpty() ? "/" : path;
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static Optional<String> first(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** Names the path alone. */
    @Override
    public String toString() {
        return "Incoming[" + path + "]";
    }
}
