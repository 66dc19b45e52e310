package com.allleads.rest.testing;

import com.allleads.api.operator.Operator;
import com.allleads.api.operator.Operator.Role;
import com.allleads.api.operator.Operators;
import com.allleads.api.rest.RateLimiter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One operator and one viewer, with the same password. */
public final class KnownOperators implements Operators {

    public static final String OPERATOR = "operator";
    public static final String VIEWER = "viewer";
    public static final String PASSWORD = "quite secret: ä";

    private static final Map<String, Role> ROLES = Map.of(OPERATOR, Role.OPERATOR, VIEWER, Role.VIEWER);

    private final Map<String, Operator> sessions = new ConcurrentHashMap<>();
    private final RateLimiter limits;

    public KnownOperators(RateLimiter limits) {
        this.limits = limits;
    }

    /** Begins a session under a token. */
    public void begin(String token, String name) {
        sessions.put(token, new Operator(name, ROLES.get(name)));
    }

    @Override
    public Check check(String name, String password, String client) {
        Duration delay = limits.delay("operator", client);
        if (!delay.isZero()) {
            return new TooMany(delay);
        }
        if (ROLES.containsKey(name) && password.equals(PASSWORD)) {
            return new Known(new Operator(name, ROLES.get(name)));
        }
        limits.allow("operator", client);
        return new Refused();
    }

    @Override
    public SignIn signIn(String name, String password, String client) {
        begin(name, name);
        return new SignedIn(name, sessions.get(name), Instant.now().plusSeconds(60));
    }

    @Override
    public Optional<Operator> find(String token) {
        return Optional.ofNullable(sessions.get(token));
    }

    @Override
    public void end(String token) {
        sessions.remove(token);
    }
}
