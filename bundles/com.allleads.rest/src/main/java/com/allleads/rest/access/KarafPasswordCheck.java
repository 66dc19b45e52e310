package com.allleads.rest.access;

import com.allleads.api.rest.Problem;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AccountException;
import javax.security.auth.login.CredentialException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Karaf's realm, which the console uses too. */
final class KarafPasswordCheck implements OperatorRealm.PasswordCheck {

    private static final String REALM = "karaf";

    private static final Logger LOG = LoggerFactory.getLogger(KarafPasswordCheck.class);

    @Override
    public boolean isRight(String name, String password, String role) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // JAAS looks for its modules by the thread.
        thread.setContextClassLoader(RolePrincipal.class.getClassLoader());
        try {
            return signIn(name, password, role);
        } catch (FailedLoginException | CredentialException | AccountException wrong) {
            return false;
        } catch (LoginException e) {
            LOG.warn(
                    "The realm {} cannot check passwords: {}",
                    REALM,
                    e.getClass().getName());
            throw Problem.unavailable("Operators cannot be recognised at the moment.")
                    .exception();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static boolean signIn(String name, String password, String role) throws LoginException {
        Subject subject = new Subject();
        LoginContext login = new LoginContext(REALM, subject, callbacks -> answer(callbacks, name, password));
        login.login();
        try {
            return subject.getPrincipals(RolePrincipal.class).stream()
                    .anyMatch(principal -> principal.getName().equals(role));
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
