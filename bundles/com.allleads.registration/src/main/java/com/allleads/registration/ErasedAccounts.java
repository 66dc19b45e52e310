package com.allleads.registration;

import com.allleads.api.person.PersonId;
import com.allleads.api.vault.ErasureListener;
import com.allleads.registration.sessions.StoredSessions;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Closes the account of a person who was erased: its sessions end and its password is forgotten. */
@Component
public final class ErasedAccounts implements ErasureListener {

    private final AccountTable accounts;
    private final StoredSessions sessions;

    @Activate
    public ErasedAccounts(@Reference AccountTable accounts, @Reference StoredSessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @Override
    public String capability() {
        return "registration";
    }

    @Override
    public void erased(PersonId person, Instant at) {
        accounts.close(person);
        sessions.endAll(person);
    }
}
