package com.allleads.rest.access;

import com.allleads.api.config.InvalidConfigurationException;
import com.allleads.api.config.Setting;
import com.allleads.api.rest.Problem;
import com.allleads.rest.RestConfiguration;
import com.allleads.rest.limits.TokenBuckets;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recognises operators by name and password, as the console does. Checking a password is slow on purpose, so one that was
 * right is remembered for some seconds, as a keyed hash; wrong ones are counted.
 */
@Component(service = OperatorRealm.class, configurationPid = RestConfiguration.PID)
public final class OperatorRealm {

    /** The name of the limit on wrong passwords. */
    static final String LIMIT = "operator";

    private static final Logger LOG = LoggerFactory.getLogger(OperatorRealm.class);

    /** Checks at one time; more would take the machine from those who are signed in already. */
    private static final int MOST_CHECKS = 2;

    private static final int MOST_REMEMBERED = 100;

    private final TokenBuckets limits;
    private final PasswordCheck check;
    private final KeyedHash hash = new KeyedHash();
    private final Semaphore checks = new Semaphore(MOST_CHECKS);
    private volatile Settings settings;

    @Activate
    public OperatorRealm(@Reference TokenBuckets limits, RestConfiguration configuration) {
        this(limits, new KarafPasswordCheck(), configuration);
    }

    OperatorRealm(TokenBuckets limits, PasswordCheck check, RestConfiguration configuration) {
        this.limits = limits;
        this.check = check;
        this.settings = Settings.of(configuration);
    }

    @Modified
    void modified(RestConfiguration configuration) {
        try {
            settings = Settings.of(configuration);
        } catch (InvalidConfigurationException e) {
            LOG.error("{}; the settings stay as they were", e.getMessage());
        }
    }

    /**
     * The operator's name where the password is theirs.
     *
     * @param credentials as HTTP Basic encodes them
     * @param client the address that they came from
     * @throws com.allleads.api.rest.ProblemException 429 where too many wrong ones came from there
     */
    Optional<String> recognise(String credentials, String client) {
        Settings current = settings;
        String digest = hash.of(credentials);
        String remembered = current.remembered().getIfPresent(digest);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        return decode(credentials).flatMap(pair -> {
            Optional<String> name = checked(pair, client, current.role());
            name.ifPresent(known -> current.remembered().put(digest, known));
            return name;
        });
    }

    private Optional<String> checked(NameAndPassword pair, String client, String role) {
        if (!limits.wouldAllow(LIMIT, client)) {
            throw TooManyTries.after(Duration.ofSeconds(1));
        }
        if (isRight(pair, role)) {
            return Optional.of(pair.name());
        }
        limits.refusal(LIMIT, client).ifPresent(wait -> {
            throw TooManyTries.after(wait);
        });
        return Optional.empty();
    }

    private boolean isRight(NameAndPassword pair, String role) {
        try {
            checks.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The site is stopping.").exception();
        }
        try {
            return check.isRight(pair.name(), pair.password(), role);
        } finally {
            checks.release();
        }
    }

    private static Optional<NameAndPassword> decode(String credentials) {
        try {
            String pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon <= 0
                    ? Optional.empty()
                    : Optional.of(new NameAndPassword(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Asks whoever knows the operators' passwords. */
    interface PasswordCheck {

        /** Whether the password is this user's, who has the role. */
        boolean isRight(String name, String password, String role);
    }

    private record NameAndPassword(String name, String password) {

        @Override
        public String toString() {
            return "NameAndPassword[]";
        }
    }

    private record Settings(String role, Cache<String, String> remembered) {

        static Settings of(RestConfiguration configuration) {
            Setting setting = Setting.of(RestConfiguration.PID);
            int memory = setting.between("operator.memory.seconds", configuration::operator_memory_seconds, 0, 60);
            return new Settings(
                    setting.present("operator.role", configuration.operator_role()),
                    Caffeine.newBuilder()
                            .maximumSize(MOST_REMEMBERED)
                            .expireAfterWrite(Duration.ofSeconds(memory))
                            .build());
        }
    }
}
