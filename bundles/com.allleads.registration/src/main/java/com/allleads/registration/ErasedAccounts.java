package com.allleads.registration;

import com.allleads.api.person.PersonId;
import com.allleads.api.vault.ErasureListener;
import com.allleads.registration.credentials.Pins;
import com.allleads.registration.sessions.StoredSessions;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Closes the account of a person who was erased: its sessions end, its password and PINs are forgotten. */
@Component
public final class ErasedAccounts implements ErasureListener {

    private final AccountTable accounts;
    private final StoredSessions sessions;
    private final Pins pins;

    @Activate
    public ErasedAccounts(@Reference AccountTable accounts, @Reference StoredSessions sessions, @Reference Pins pins) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.pins = pins;
    }

    @Override
    public String capability() {
        return "registration";
    }

    @Override
    public void erased(PersonId person, Instant at) {
        accounts.close(person);
        sessions.endAll(person);
        pins.withdrawAll(person);
    }
}
