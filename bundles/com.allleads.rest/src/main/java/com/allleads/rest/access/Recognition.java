package com.allleads.rest.access;

import com.allleads.api.operator.OperatorCookie;
import com.allleads.api.operator.Operators;
import com.allleads.api.operator.Operators.Known;
import com.allleads.api.operator.Operators.TooMany;
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
 * Recognises who calls. A header goes before the cookies: who sends one wants to be judged by it. Operators are looked for
 * only where operators may call, so that one who is also a person is taken for a person elsewhere.
 */
@Component(service = Recognition.class)
public final class Recognition {

    private static final Pattern SPACES = Pattern.compile(" +");

    /** Longer ones and other characters were never given out. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]{1,512}");

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Sessions sessions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Operators operators;

    @Activate
    public Recognition() {
        // Whoever knows people and operators may come and go.
    }

    Recognition(Optional<Sessions> sessions, Optional<Operators> operators) {
        this.sessions = sessions.orElse(null);
        this.operators = operators.orElse(null);
    }

    /**
     * Who calls; anyone where nothing that the request says about it holds.
     *
     * @param role whom the resource is for
     */
    Identity of(HttpServletRequest request, Access.Role role) {
        return find(request, role).orElse(Identity.anyone(request.isSecure()));
    }

    private Optional<Identity> find(HttpServletRequest request, Access.Role role) {
        if (role == Access.Role.PUBLIC) {
            return Optional.empty();
        }
        boolean forOperators = role != Access.Role.PERSON;
        String header = request.getHeader("Authorization");
        if (header == null) {
            Optional<Caller> operator =
                    forOperators ? cookie(request, OperatorCookie.NAME).flatMap(this::operator) : Optional.empty();
            return operator.or(() -> cookie(request, Sessions.COOKIE).flatMap(this::person))
                    .map(caller -> new Identity(caller, Proof.COOKIE, request.isSecure()));
        }
        String[] parts = SPACES.split(header.strip(), 2);
        String credentials = parts.length == 2 ? parts[1] : "";
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "bearer" ->
                (forOperators ? operator(credentials) : Optional.<Caller>empty())
                        .or(() -> person(credentials))
                        .map(caller -> new Identity(caller, Proof.TOKEN, request.isSecure()));
            case "basic" ->
                (forOperators ? password(credentials, request.getRemoteAddr()) : Optional.<Caller>empty())
                        .map(caller -> new Identity(caller, Proof.PASSWORD, request.isSecure()));
            default -> Optional.empty();
        };
    }

    private Optional<Caller> person(String token) {
        return wellFormed(token).flatMap(known(sessions)::find).map(session -> Caller.person(session.person(), token));
    }

    private Optional<Caller> operator(String token) {
        return wellFormed(token).flatMap(known(operators)::find).map(operator -> Caller.operator(operator, token));
    }

    private Optional<Caller> password(String credentials, String client) {
        return BasicCredentials.decode(credentials).flatMap(given -> {
            Operators.Check check = known(operators).check(given.name(), given.password(), client);
            if (check instanceof TooMany tooMany) {
                throw TooManyTries.after(tooMany.delay());
            }
            return check instanceof Known known ? Optional.of(Caller.operator(known.operator())) : Optional.empty();
        });
    }

    private static Optional<String> wellFormed(String token) {
        return Optional.of(token).filter(given -> TOKEN.matcher(given).matches());
    }

    private static <T> T known(T service) {
        return Optional.ofNullable(service)
                .orElseThrow(() -> Problem.unavailable("Nobody can be recognised at the moment. Try again soon.")
                        .exception());
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }
}
