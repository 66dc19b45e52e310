package com.allleads.registration.operators;

import com.allleads.api.operator.Operator;
import com.allleads.api.operator.Operators;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.RateLimiter;
import com.allleads.registration.credentials.Tokens;
import com.allleads.registration.operators.OperatorSettings.Values;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Operators as the realm has them. The log tells who signed in and out; of a refusal it tells nothing more, for people type
 * their password into the wrong field.
 */
@Component
public final class RealmOperators implements Operators {

    /** The name of the limit on wrong passwords. */
    static final String LIMIT = "operator";

    private static final Logger LOG = LoggerFactory.getLogger(RealmOperators.class);

    /** Checks at one time; more would take the machine from those who are signed in already. */
    private static final int MOST_CHECKS = 2;

    /** What the table holds. */
    private static final int LONGEST_NAME = 100;

    private final Realm realm;
    private final OperatorSessions sessions;
    private final OperatorSettings settings;
    private final RateLimiter limits;
    private final Semaphore checks = new Semaphore(MOST_CHECKS);
    private volatile RightPasswords right;

    @Activate
    public RealmOperators(
            @Reference Realm realm,
            @Reference OperatorSessions sessions,
            @Reference OperatorSettings settings,
            @Reference RateLimiter limits) {
        this.realm = realm;
        this.sessions = sessions;
        this.settings = settings;
        this.limits = limits;
        this.right = new RightPasswords(settings.now());
    }

    @Override
    public Check check(String name, String password, String client) {
        Values now = settings.now();
        RightPasswords memory = memory(now);
        Optional<Operator> remembered = memory.find(name, password);
        if (remembered.isPresent()) {
            return new Known(remembered.get());
        }
        Check check = checkAnew(name, password, client, now);
        if (check instanceof Known known) {
            memory.add(known.operator(), password);
        }
        return check;
    }

    @Override
    public SignIn signIn(String name, String password, String client) {
        Check check = checkAnew(name, password, client, settings.now());
        if (check instanceof TooMany tooMany) {
            return tooMany;
        }
        Optional<Realm.User> user = check instanceof Known ? realm.find(name) : Optional.empty();
        if (user.isEmpty()) {
            LOG.warn("An operator's sign-in was refused");
            return new Refused();
        }
        Operator operator = ((Known) check).operator();
        String token = Tokens.random();
        SignedIn signedIn = new SignedIn(token, operator, sessions.begin(token, name, user.get()));
        LOG.info("Operator {} signed in", name);
        return signedIn;
    }

    @Override
    public Optional<Operator> find(String token) {
        if (!Tokens.isOne(token)) {
            return Optional.empty();
        }
        return sessions.find(token).flatMap(held -> {
            Optional<Operator> operator = realm.find(held.operator())
                    .filter(user -> held.isBoundTo(user, token))
                    .flatMap(user -> settings.now().role(user.roles()))
                    .map(role -> new Operator(held.operator(), role));
            operator.ifPresent(known -> sessions.use(token, held));
            return operator;
        });
    }

    @Override
    public void end(String token) {
        sessions.end(token).ifPresent(name -> LOG.info("Operator {} signed out", name));
    }

    /** Whether the limit allows a try is asked when its turn comes, so that many at once get no more tries than one by one. */
    private Check checkAnew(String name, String password, String client, Values now) {
        try {
            checks.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The site is stopping.").exception();
        }
        try {
            Duration wait = limits.delay(LIMIT, client);
            if (!wait.isZero()) {
                return new TooMany(wait);
            }
            Optional<Operator> operator = name.length() > LONGEST_NAME
                    ? Optional.empty()
                    : realm.signIn(name, password).flatMap(now::role).map(role -> new Operator(name, role));
            if (operator.isPresent()) {
                return new Known(operator.get());
            }
            limits.allow(LIMIT, client);
            return new Refused();
        } finally {
            checks.release();
        }
    }

    /** What was right under other settings need not be right now. */
    private RightPasswords memory(Values now) {
        RightPasswords memory = right;
        if (memory.isOf(now)) {
            return memory;
        }
        memory = new RightPasswords(now);
        right = memory;
        return memory;
    }
}
