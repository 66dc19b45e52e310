package com.allleads.registration;

import com.allleads.api.person.PersonId;
import com.allleads.api.vault.PersonalRecords;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The account in the person's export. */
@Component(service = {PersonalRecords.class, HeldAccount.class})
public final class HeldAccount implements PersonalRecords {

    private final AccountTable accounts;

    @Activate
    public HeldAccount(@Reference AccountTable accounts) {
        this.accounts = accounts;
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
            held.put("contactReviewedAt", account.reviewedAt());
            held.put("password", "kept as a hash that cannot be turned back");
        });
        return held;
    }
}
