package com.allleads.billing.messages;

import com.allleads.api.notification.AccountMessage;
import com.allleads.api.notification.Outbox;
import com.allleads.api.person.PersonId;
import com.allleads.billing.privacy.CurrentAccounts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Messages about money, each in its person's language. While the outbox or registration is away they wait. */
@Component(service = BillingMail.class)
public final class BillingMail {

    private final CurrentAccounts accounts;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Outbox outbox;

    @Activate
    public BillingMail(@Reference CurrentAccounts accounts) {
        this.accounts = accounts;
    }

    /** Mail with an outbox that does not come and go. */
    public BillingMail(CurrentAccounts accounts, Outbox outbox) {
        this.accounts = accounts;
        this.outbox = outbox;
    }

    /** Whether messages can be stored at this moment. */
    public boolean open() {
        return outbox != null && accounts.get().isPresent();
    }

    /**
     * Stores a message to be sent, in the caller's transaction. Whoever left gets none.
     *
     * @param key a message with a key seen before is not stored again
     * @throws IllegalStateException while it cannot be stored
     */
    public void send(String key, PersonId person, String template, Map<String, String> values) {
        Outbox box = Optional.ofNullable(outbox).orElseThrow(BillingMail::away);
        Map<String, String> all = new HashMap<>(values);
        all.put(
                AccountMessage.LANGUAGE,
                accounts.get().orElseThrow(BillingMail::away).language(person));
        box.send(key, person, template, all);
    }

    private static IllegalStateException away() {
        return new IllegalStateException("the outbox or registration went away");
    }
}
