package com.allleads.rest.access;

import com.allleads.api.registration.Sessions;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.Problem;
import com.allleads.rest.access.Identity.Proof;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Recognises who calls. A header goes before the cookie: who sends one wants to be judged by it. Sessions belong to people;
 * operators show name and password on each call, and a password is looked at only where an operator may call.
 */
@Component(service = Recognition.class)
public final class Recognition {

    /** Longer ones and other characters were never given out. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]{1,512}");

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Sessions sessions;

    private final OperatorRealm operators;

    @Activate
    public Recognition(@Reference OperatorRealm operators) {
        this.operators = operators;
    }

    Recognition(OperatorRealm operators, Optional<Sessions> sessions) {
        this(operators);
        this.sessions = sessions.orElse(null);
    }

    /**
     * Who calls; anyone where nothing that the request says about it holds.
     *
     * @param role whom the resource is for
     */
    Identity of(HttpServletRequest request, Access.Role role) {
        boolean secure = request.isSecure();
        if (role == Access.Role.PUBLIC) {
            return Identity.anyone(secure);
        }
        String header = request.getHeader("Authorization");
        if (header == null) {
            return cookie(request)
                    .flatMap(this::person)
                    .map(person -> new Identity(person, Proof.COOKIE, secure))
                    .orElse(Identity.anyone(secure));
        }
        String[] parts = header.strip().split(" +", 2);
        String credentials = parts.length == 2 ? parts[1] : "";
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "bearer" ->
                person(credentials)
                        .map(person -> new Identity(person, Proof.TOKEN, secure))
                        .orElse(Identity.anyone(secure));
            case "basic" ->
                (role == Access.Role.OPERATOR
                                ? operators.recognise(credentials, request.getRemoteAddr())
                                : Optional.<String>empty())
                        .map(name -> new Identity(Caller.operator(name), Proof.PASSWORD, secure))
                        .orElse(Identity.anyone(secure));
            default -> Identity.anyone(secure);
        };
    }

    private Optional<Caller> person(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        Sessions known = sessions;
        if (known == null) {
            throw Problem.unavailable("Nobody can be recognised at the moment. Try again soon.")
                    .exception();
        }
        return known.find(token).map(session -> Caller.person(session.person(), token));
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(Sessions.COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }
}
