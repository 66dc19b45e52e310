package com.allleads.registration;

import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Accounts;
import com.allleads.api.store.Transactions;
import com.allleads.registration.sessions.StoredSessions;
import java.time.Clock;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Closes an account on its owner's word: no sign-in and no message any more. */
@Component(service = Deactivation.class)
public final class Deactivation {

    private final Accounts known;
    private final AccountTable accounts;
    private final StoredSessions sessions;
    private final Transactions transactions;
    private final DeactivationListeners listeners;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public Deactivation(
            @Reference Accounts known,
            @Reference AccountTable accounts,
            @Reference StoredSessions sessions,
            @Reference Transactions transactions,
            @Reference DeactivationListeners listeners) {
        this.known = known;
        this.accounts = accounts;
        this.sessions = sessions;
        this.transactions = transactions;
        this.listeners = listeners;
    }

    /**
     * Deactivates the account and ends every session.
     *
     * @return false where the password is wrong; nothing was done
     */
    public boolean deactivate(PersonId person, String password) {
        if (!known.passwordMatches(person, password)) {
            return false;
        }
        transactions.required(() -> {
            Instant now = clock.instant();
            accounts.deactivate(person, now);
            sessions.endAll(person);
            listeners.deactivated(person, now);
        });
        return true;
    }
}
