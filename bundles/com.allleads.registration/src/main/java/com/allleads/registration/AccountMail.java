package com.allleads.registration;

import com.allleads.api.notification.AccountMessage;
import com.allleads.api.notification.Outbox;
import com.allleads.api.person.PersonId;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Messages about accounts, each in the language in which its person registered. */
@Component(service = AccountMail.class)
public final class AccountMail {

    private final Outbox outbox;
    private final AccountTable accounts;

    @Activate
    public AccountMail(@Reference Outbox outbox, @Reference AccountTable accounts) {
        this.outbox = outbox;
        this.accounts = accounts;
    }

    /**
     * Stores a message to be sent, in the caller's transaction.
     *
     * @param key a message with a key seen before is not stored again
     * @param template the template's id
     * @param values what the template needs
     */
    void send(String key, PersonId person, String template, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put(AccountMessage.LANGUAGE, accounts.language(person));
        outbox.send(key, person, template, all);
    }
}
