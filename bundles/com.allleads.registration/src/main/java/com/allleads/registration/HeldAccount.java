package com.allleads.registration;

import com.allleads.api.person.PersonId;
import com.allleads.api.vault.PersonalRecords;
import com.allleads.registration.Looks.Look;
import com.allleads.registration.sessions.StoredSessions;
import com.allleads.registration.sessions.StoredSessions.HeldSession;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The account in the person's export. */
@Component(service = {PersonalRecords.class, HeldAccount.class})
public final class HeldAccount implements PersonalRecords {

    private final AccountTable accounts;
    private final StoredSessions sessions;
    private final Looks looks;

    @Activate
    public HeldAccount(@Reference AccountTable accounts, @Reference StoredSessions sessions, @Reference Looks looks) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.looks = looks;
    }

    @Override
    public String capability() {
        return "registration";
    }

    @Override
    public Map<String, Object> heldAbout(PersonId person) {
        Map<String, Object> held = new LinkedHashMap<>();
        accounts.find(person).ifPresent(account -> {
            held.put("status", account.status().name());
            held.put("registeredAt", account.registeredAt());
            account.activatedAt().ifPresent(at -> held.put("activatedAt", at));
            account.deactivatedAt().ifPresent(at -> held.put("deactivatedAt", at));
            held.put("contactReviewedAt", account.reviewedAt());
            account.signedInAt().ifPresent(at -> held.put("signedInAt", at));
            held.put("password", "kept as a hash that cannot be turned back");
            held.put("looks", looks.at(person).stream().map(HeldAccount::plain).toList());
            held.put(
                    "sessions",
                    sessions.of(person).stream().map(HeldAccount::plain).toList());
        });
        return held;
    }

    private static Map<String, Object> plain(Look look) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("at", look.at());
        plain.put("operator", look.operator());
        look.reason().ifPresent(reason -> plain.put("reason", reason));
        return plain;
    }

    private static Map<String, Object> plain(HeldSession session) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("id", session.id());
        plain.put("begunAt", session.begunAt());
        plain.put("usedOn", session.usedOn());
        plain.put("expiresAt", session.expiresAt());
        plain.put("remembered", session.remembered());
        session.device().browserName().ifPresent(name -> plain.put("browser", name));
        session.device().systemName().ifPresent(name -> plain.put("system", name));
        return plain;
    }
}
