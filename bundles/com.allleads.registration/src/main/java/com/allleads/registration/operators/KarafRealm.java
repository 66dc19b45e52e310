package com.allleads.registration.operators;

import com.allleads.api.rest.Problem;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AccountException;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.CredentialException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Karaf's realm, which the console uses too: asked by JAAS, and looked up in the users file that JAAS names. */
@Component(service = Realm.class)
public final class KarafRealm implements Realm {

    private static final String REALM = "karaf";

    /** The option by which the realm's login module for users files is told its file. */
    private static final String USERS_FILE = "users";

    private static final Logger LOG = LoggerFactory.getLogger(KarafRealm.class);

    @Override
    public Optional<Set<String>> signIn(String name, String password) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // JAAS looks for its modules by the thread.
        thread.setContextClassLoader(RolePrincipal.class.getClassLoader());
        try {
            return Optional.of(rolesOf(name, password));
        } catch (FailedLoginException | CredentialException | AccountException wrong) {
            return Optional.empty();
        } catch (LoginException e) {
            LOG.warn(
                    "The realm {} cannot check passwords: {}",
                    REALM,
                    e.getClass().getName());
            throw unavailable();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public Optional<User> find(String name) {
        UsersFile users = usersFile().orElseThrow(() -> {
            LOG.warn("The realm {} has no users file, so operators have no sessions", REALM);
            return unavailable();
        });
        try {
            return users.find(name);
        } catch (UncheckedIOException e) {
            LOG.warn("Operators are not recognised: {}", e.getMessage());
            throw unavailable();
        }
    }

    private static Optional<UsersFile> usersFile() {
        return Stream.ofNullable(Configuration.getConfiguration().getAppConfigurationEntry(REALM))
                .flatMap(Stream::of)
                .map(AppConfigurationEntry::getOptions)
                .flatMap(options -> Stream.ofNullable(options.get(USERS_FILE)))
                .map(file -> new UsersFile(Path.of(file.toString())))
                .findFirst();
    }

    private static RuntimeException unavailable() {
        return Problem.unavailable("Operators cannot be recognised at the moment.")
                .exception();
    }

    private static Set<String> rolesOf(String name, String password) throws LoginException {
        Subject subject = new Subject();
        LoginContext login = new LoginContext(REALM, subject, callbacks -> answer(callbacks, name, password));
        login.login();
        try {
            return subject.getPrincipals(RolePrincipal.class).stream()
                    .map(RolePrincipal::getName)
                    .collect(Collectors.toUnmodifiableSet());
        } finally {
            login.logout();
        }
    }

    private static void answer(Callback[] callbacks, String name, String password) throws UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            if (callback instanceof NameCallback asked) {
                asked.setName(name);
            } else if (callback instanceof PasswordCallback asked) {
                asked.setPassword(password.toCharArray());
            } else {
                throw new UnsupportedCallbackException(callback);
            }
        }
    }
}
