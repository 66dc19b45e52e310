package com.allleads.portal.session;

import com.allleads.api.operator.Operator;
import com.allleads.api.operator.Operators;
import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Sessions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sessions for tests, and what the portal makes of them. */
public final class KnownPeople implements Sessions {

    private final Map<String, PersonId> byToken = new ConcurrentHashMap<>();
    private final Visitors visitors = new Visitors();

    private final Map<String, String> replacements = new ConcurrentHashMap<>();
    private final Map<String, Operator> operators = new ConcurrentHashMap<>();

    public KnownPeople() {
        visitors.sessions = this;
        visitors.operators = new KnownOperators();
    }

    public Visitors visitors() {
        return visitors;
    }

    /** Registration is stopped. */
    public void goAway() {
        visitors.sessions = null;
    }

    public String signIn() {
        String token = "token-" + byToken.size();
        byToken.put(token, PersonId.random());
        return token;
    }

    /** An operator signs in. */
    public String signIn(Operator.Role role) {
        String token = "operator-" + operators.size();
        operators.put(token, new Operator("somebody", role));
        return token;
    }

    @Override
    public Optional<Session> find(String token) {
        return Optional.ofNullable(byToken.get(token))
                .map(person -> new Session(
                        "session of " + person, person, Instant.now().plusSeconds(60), false, Optional.empty()));
    }

    @Override
    public Optional<Session> findAndReplace(String token) {
        Optional<String> next = Optional.ofNullable(replacements.get(token));
        next.ifPresent(fresh -> byToken.put(fresh, byToken.get(token)));
        return find(token)
                .map(found -> new Session(found.id(), found.person(), found.expires(), next.isPresent(), next));
    }

    /** A token that is replaced when it is shown next. */
    public void replace(String token, String next) {
        replacements.put(token, next);
    }

    @Override
    public void end(String token) {
        byToken.remove(token);
    }

    /** The operators' sessions. */
    private final class KnownOperators implements Operators {

        @Override
        public Optional<Operator> find(String token) {
            return Optional.ofNullable(operators.get(token));
        }

        @Override
        public void end(String token) {
            operators.remove(token);
        }

        @Override
        public Check check(String name, String password, String client) {
            return new Refused();
        }

        @Override
        public SignIn signIn(String name, String password, String client) {
            return new Refused();
        }
    }
}
