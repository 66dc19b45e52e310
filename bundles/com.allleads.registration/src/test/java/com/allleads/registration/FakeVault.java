package com.allleads.registration;

import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.store.Transactions;
import com.allleads.api.vault.DuplicateValueException;
import com.allleads.api.vault.ErasureListener;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Recipient;
import com.allleads.api.vault.Reveal;
import com.allleads.api.vault.Use;
import com.allleads.api.vault.Vault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A vault in memory: one person for an email address, reads outside transactions only. */
public final class FakeVault implements Vault {

    private final Map<PersonId, Map<Field, String>> people = new HashMap<>();
    private final List<Use> uses = new ArrayList<>();
    private final List<ErasureListener> listeners = new ArrayList<>();
    private final Transactions transactions;

    public FakeVault(Transactions transactions) {
        this.transactions = transactions;
    }

    void tell(ErasureListener listener) {
        listeners.add(listener);
    }

    synchronized List<Use> uses() {
        return List.copyOf(uses);
    }

    synchronized Map<Field, String> valuesOf(PersonId person) {
        return Map.copyOf(people.get(person));
    }

    synchronized int people() {
        return people.size();
    }

    @Override
    public synchronized void enrol(PersonId person, Map<Field, String> values, String point) {
        requireFree(person, values.get(Field.EMAIL));
        people.put(person, new HashMap<>(values));
    }

    @Override
    public synchronized Reveal reveal(PersonId person, Set<Field> fields, String purpose, Recipient recipient) {
        if (transactions.active()) {
            throw new IllegalStateException("inside a transaction");
        }
        if (!people.containsKey(person)) {
            return new Reveal.Refused(Reveal.Reason.PERSON_UNKNOWN);
        }
        uses.add(
                new Use(Instant.now(), fields.stream().map(Field::name).sorted().toList(), purpose, recipient));
        Map<Field, String> values = new HashMap<>(people.get(person));
        values.keySet().retainAll(fields);
        return new Reveal.Revealed(values);
    }

    @Override
    public Optional<Reveal.Reason> recordUse(PersonId person, Set<Field> fields, String purpose, Recipient recipient) {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized Optional<PersonId> findByEmail(String email) {
        return people.entrySet().stream()
                .filter(entry -> email.equalsIgnoreCase(entry.getValue().get(Field.EMAIL)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public synchronized void correct(PersonId person, Map<Field, Optional<String>> changes, String point) {
        changes.getOrDefault(Field.EMAIL, Optional.empty()).ifPresent(email -> requireFree(person, email));
        changes.forEach((field, value) ->
                value.ifPresentOrElse(present -> people.get(person).put(field, present), () -> people.get(person)
                        .remove(field)));
    }

    @Override
    public synchronized Set<PersonId> held(Collection<PersonId> people) {
        return people.stream().filter(this.people::containsKey).collect(Collectors.toSet());
    }

    @Override
    public Slice<Use> uses(PersonId person, int limit, Optional<String> cursor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized byte[] seal(PersonId person, String context, byte[] plain) {
        if (!people.containsKey(person)) {
            throw new IllegalStateException("no such person");
        }
        return turned(plain);
    }

    @Override
    public synchronized Optional<byte[]> open(PersonId person, String context, byte[] sealed) {
        return people.containsKey(person) ? Optional.of(turned(sealed)) : Optional.empty();
    }

    /** Unreadable enough to see whether something was sealed. */
    private static byte[] turned(byte[] bytes) {
        byte[] turned = bytes.clone();
        for (int i = 0; i < turned.length; i++) {
            turned[i] ^= 0x55;
        }
        return turned;
    }

    @Override
    public synchronized Instant erase(PersonId person) {
        if (transactions.active()) {
            throw new IllegalStateException("inside a transaction");
        }
        people.remove(person);
        Instant now = Instant.now();
        listeners.forEach(listener -> transactions.required(() -> listener.erased(person, now)));
        return now;
    }

    private void requireFree(PersonId person, String email) {
        if (findByEmail(email).filter(owner -> !owner.equals(person)).isPresent()) {
            throw new DuplicateValueException(Field.EMAIL);
        }
    }
}
