package com.allleads.notification;

import com.allleads.api.notification.Outbox;
import com.allleads.api.person.PersonId;
import com.allleads.api.store.Transactions;
import com.allleads.api.vault.Vault;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Stores messages in the caller's transaction, and rings for them once it ended. */
@Component(service = {Outbox.class, StoredOutbox.class})
public final class StoredOutbox implements Outbox {

    private static final int LONGEST_KEY = 100;
    private static final Pattern TEMPLATE = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private final Messages messages;
    private final Vault vault;
    private final Transactions transactions;
    private final Bell bell;

    @Activate
    public StoredOutbox(
            @Reference Messages messages,
            @Reference Vault vault,
            @Reference Transactions transactions,
            @Reference Bell bell) {
        this.messages = messages;
        this.vault = vault;
        this.transactions = transactions;
        this.bell = bell;
    }

    @Override
    public void send(String key, PersonId person, String template, Map<String, String> values) {
        check(key, template);
        byte[] json = MessageValues.write(values);
        // Spares the sealing; two at the same time are told apart by the table.
        if (messages.known(Set.of(key)).isEmpty()) {
            store(key, person, template, json, Optional.empty());
        }
    }

    /**
     * Stores a message that carries the announcement of this number, by the same rules as any other. Whoever announces has looked
     * for the keys of many people at once, so that it is not looked for each again.
     */
    public void announce(int announcement, String key, PersonId person, String template, Map<String, String> values) {
        check(key, template);
        store(key, person, template, MessageValues.write(values), Optional.of(announcement));
    }

    private static void check(String key, String template) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("key: 1 to " + LONGEST_KEY + " characters");
        }
        if (!TEMPLATE.matcher(template).matches()) {
            throw new IllegalArgumentException("template: " + TEMPLATE);
        }
    }

    private void store(String key, PersonId person, String template, byte[] json, Optional<Integer> announcement) {
        String reference = MessageReference.random();
        byte[] sealed = vault.seal(person, MessageValues.context(reference), json);
        if (messages.add(key, reference, person, template, announcement, sealed, Instant.now())) {
            transactions.afterwards(bell::ring);
        }
    }

    @Override
    public Set<String> known(Collection<String> keys) {
        return messages.known(keys);
    }
}
