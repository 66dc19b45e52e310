package com.allleads.notification;

import com.allleads.api.consent.Consent;
import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.store.Transactions;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Recipient;
import com.allleads.api.vault.Reveal;
import com.allleads.api.vault.Reveal.Reason;
import com.allleads.api.vault.Reveal.Refused;
import com.allleads.api.vault.Reveal.Revealed;
import com.allleads.api.vault.Use;
import com.allleads.api.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** A vault in miniature: people in memory, a seal that hides, the refusals of the real one. */
public final class SmallVault implements Vault {

    private final Map<PersonId, Map<Field, String>> people = new ConcurrentHashMap<>();
    private final Consent consent;
    private final Transactions transactions;

    /** Who got what, oldest first. */
    public final List<Use> uses = new CopyOnWriteArrayList<>();

    /** How many people each reveal of many was for. */
    public final List<Integer> together = new CopyOnWriteArrayList<>();

    public SmallVault(Consent consent, Transactions transactions) {
        this.consent = consent;
        this.transactions = transactions;
    }

    @Override
    public void enrol(PersonId person, Map<Field, String> values, String point) {
        people.put(person, values);
    }

    @Override
    public Reveal reveal(PersonId person, Set<Field> fields, String purpose, Recipient recipient) {
        if (transactions.active()) {
            throw new IllegalStateException("inside a transaction");
        }
        if (consent.purpose(purpose).isEmpty()) {
            return new Refused(Reason.PURPOSE_UNKNOWN);
        }
        if (!people.containsKey(person)) {
            return new Refused(Reason.PERSON_UNKNOWN);
        }
        if (!consent.allows(person, purpose)) {
            return new Refused(Reason.NOT_ALLOWED);
        }
        Map<Field, String> values = new HashMap<>(people.get(person));
        values.keySet().retainAll(fields);
        uses.add(
                new Use(Instant.EPOCH, fields.stream().map(Field::name).sorted().toList(), purpose, recipient));
        return new Revealed(values);
    }

    @Override
    public void revealAll(
            Collection<PersonId> some,
            Set<Field> fields,
            String purpose,
            Recipient recipient,
            BiConsumer<PersonId, Reveal> each) {
        together.add(some.size());
        Vault.super.revealAll(some, fields, purpose, recipient, each);
    }

    @Override
    public byte[] seal(PersonId person, String context, byte[] plain) {
        if (!people.containsKey(person)) {
            throw new IllegalStateException("no such person");
        }
        byte[] key = key(person, context);
        byte[] sealed = Arrays.copyOf(key, key.length + plain.length);
        for (int i = 0; i < plain.length; i++) {
            sealed[key.length + i] = (byte) ~plain[i];
        }
        return sealed;
    }

    @Override
    public Optional<byte[]> open(PersonId person, String context, byte[] sealed) {
        if (!people.containsKey(person)) {
            return Optional.empty();
        }
        byte[] key = key(person, context);
        if (!Arrays.equals(key, 0, key.length, sealed, 0, key.length)) {
            throw new IllegalStateException("sealed for somebody or something else");
        }
        byte[] plain = Arrays.copyOfRange(sealed, key.length, sealed.length);
        for (int i = 0; i < plain.length; i++) {
            plain[i] = (byte) ~plain[i];
        }
        return Optional.of(plain);
    }

    @Override
    public Instant erase(PersonId person) {
        people.remove(person);
        return Instant.now();
    }

    @Override
    public Optional<Reveal.Reason> recordUse(PersonId person, Set<Field> fields, String purpose, Recipient recipient) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<PersonId> findByEmail(String email) {
        return Optional.empty();
    }

    @Override
    public void correct(PersonId person, Map<Field, Optional<String>> changes, String point) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<PersonId> held(Collection<PersonId> people) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Slice<Use> uses(PersonId person, int limit, Optional<String> cursor) {
        return new Slice<>(uses, Optional.empty());
    }

    private static byte[] key(PersonId person, String context) {
        return (person + context).getBytes(StandardCharsets.US_ASCII);
    }
}
