package com.allleads.vault;

import com.allleads.api.consent.CollectionPoint.AskedField;
import com.allleads.api.consent.Consent;
import com.allleads.api.consent.Ground;
import com.allleads.api.consent.PointNotice;
import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.store.Transactions;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Recipient;
import com.allleads.api.vault.Reveal;
import com.allleads.api.vault.Use;
import com.allleads.api.vault.Vault;
import com.allleads.vault.corrections.Corrections;
import com.allleads.vault.erasure.Erasures;
import com.allleads.vault.keys.Belonging;
import com.allleads.vault.keys.Envelope;
import com.allleads.vault.keys.PersonKeys;
import com.allleads.vault.persons.Lookups;
import com.allleads.vault.persons.Persons;
import com.allleads.vault.persons.StoredValue;
import com.allleads.vault.persons.Values;
import com.allleads.vault.rights.Requests;
import com.allleads.vault.uses.UseFilter;
import com.allleads.vault.uses.UseHistory;
import com.allleads.vault.uses.UseRecorder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Encrypts each value with its person's key, and reveals it only for a purpose, once the use is written down. */
@Component(service = Vault.class)
public final class EncryptedVault implements Vault {

    /** So that an envelope fits its column. */
    private static final int MOST_VALUE_BYTES = 8_000;

    /** How many people one query of a reveal in bulk asks about. */
    static final int PART = 200;

    private final Consent consent;
    private final Transactions transactions;
    private final PersonKeys keys;
    private final Persons persons;
    private final Values values;
    private final Lookups lookups;
    private final UseRecorder recorder;
    private final UseHistory history;
    private final Erasures erasures;
    private final Corrections corrections;
    private final Requests requests;

    @Activate
    public EncryptedVault(
            @Reference Consent consent,
            @Reference Transactions transactions,
            @Reference PersonKeys keys,
            @Reference Persons persons,
            @Reference Values values,
            @Reference Lookups lookups,
            @Reference UseRecorder recorder,
            @Reference UseHistory history,
            @Reference Erasures erasures,
            @Reference Corrections corrections,
            @Reference Requests requests) {
        this.consent = consent;
        this.transactions = transactions;
        this.keys = keys;
        this.persons = persons;
        this.values = values;
        this.lookups = lookups;
        this.recorder = recorder;
        this.history = history;
        this.erasures = erasures;
        this.corrections = corrections;
        this.requests = requests;
    }

    @Override
    public void enrol(PersonId person, Map<Field, String> entered, String point) {
        refuseUndeclared(entered.keySet(), point);
        // Durable before anything is encrypted with it; where the transaction rolls back it opens nothing and is swept.
        SecretKey key = keys.make(person);
        transactions.required(() -> {
            persons.add(person);
            entered.forEach((field, value) -> put(person, key, field, value, point));
        });
    }

    @Override
    public Reveal reveal(PersonId person, Set<Field> fields, String purpose, Recipient recipient) {
        refuseUseThatCannotBeWritten(fields, recipient);
        Optional<Purpose> known = consent.purpose(purpose);
        if (known.isEmpty()) {
            return new Reveal.Refused(Reveal.Reason.PURPOSE_UNKNOWN);
        }
        // What a receipt says may be read is all that is read.
        if (!fields.stream().allMatch(field -> known.get().reads(field.name()))) {
            return new Reveal.Refused(Reveal.Reason.NOT_ALLOWED);
        }
        Optional<Ground> ground = consent.ground(person, purpose);
        if (ground.isEmpty()) {
            return new Reveal.Refused(
                    persons.present(person) ? Reveal.Reason.NOT_ALLOWED : Reveal.Reason.PERSON_UNKNOWN);
        }
        Optional<List<StoredValue>> stored = recorder.read(person, fields, purpose, ground.get(), recipient);
        // A key that was destroyed just now leaves a use of nothing.
        Optional<SecretKey> key = stored.flatMap(found -> keys.find(person));
        if (stored.isEmpty() || key.isEmpty()) {
            return new Reveal.Refused(Reveal.Reason.PERSON_UNKNOWN);
        }
        return new Reveal.Revealed(decrypt(key.get(), stored.get()));
    }

    @Override
    public void revealAll(
            Collection<PersonId> people,
            Set<Field> fields,
            String purpose,
            Recipient recipient,
            BiConsumer<PersonId, Reveal> each) {
        refuseUseThatCannotBeWritten(fields, recipient);
        List<PersonId> all = List.copyOf(new LinkedHashSet<>(people));
        for (int i = 0; i < all.size(); i += PART) {
            List<PersonId> part = all.subList(i, Math.min(i + PART, all.size()));
            Map<PersonId, Reveal> answers = revealPart(part, fields, purpose, recipient);
            part.forEach(person -> each.accept(person, answers.get(person)));
        }
    }

    /** As {@link #reveal}, with one query where that has one for each person. */
    private Map<PersonId, Reveal> revealPart(
            List<PersonId> part, Set<Field> fields, String purpose, Recipient recipient) {
        Optional<Purpose> known = consent.purpose(purpose);
        if (known.isEmpty()) {
            return everybody(part, Reveal.Reason.PURPOSE_UNKNOWN);
        }
        if (!fields.stream().allMatch(field -> known.get().reads(field.name()))) {
            return everybody(part, Reveal.Reason.NOT_ALLOWED);
        }
        Map<PersonId, List<StoredValue>> stored =
                values.find(part, fields.stream().map(Field::name).toList());
        Map<PersonId, SecretKey> keyOf = keys.read(stored.keySet());
        Map<PersonId, Ground> grounds = consent.grounds(keyOf.keySet(), purpose);
        Map<PersonId, Map<Field, String>> plain = new HashMap<>();
        grounds.keySet().forEach(person -> plain.put(person, decrypt(keyOf.get(person), stored.get(person))));
        recorder.recordAll(
                plain.entrySet().stream()
                        .filter(values -> !values.getValue().isEmpty())
                        .map(values -> new UseRecorder.OfPerson(
                                values.getKey(), values.getValue().keySet(), grounds.get(values.getKey())))
                        .toList(),
                purpose,
                recipient);
        Map<PersonId, Reveal> answers = new HashMap<>();
        for (PersonId person : part) {
            if (plain.containsKey(person)) {
                answers.put(person, new Reveal.Revealed(plain.get(person)));
            } else {
                answers.put(
                        person,
                        new Reveal.Refused(
                                keyOf.containsKey(person) ? Reveal.Reason.NOT_ALLOWED : Reveal.Reason.PERSON_UNKNOWN));
            }
        }
        return answers;
    }

    private static Map<PersonId, Reveal> everybody(List<PersonId> people, Reveal.Reason reason) {
        return people.stream().collect(Collectors.toMap(Function.identity(), person -> new Reveal.Refused(reason)));
    }

    @Override
    public Optional<Reveal.Reason> recordUse(PersonId person, Set<Field> fields, String purpose, Recipient recipient) {
        refuseUseThatCannotBeWritten(fields, recipient);
        if (consent.purpose(purpose).isEmpty()) {
            return Optional.of(Reveal.Reason.PURPOSE_UNKNOWN);
        }
        Optional<Ground> ground = consent.ground(person, purpose);
        if (ground.isEmpty()) {
            return Optional.of(Reveal.Reason.NOT_ALLOWED);
        }
        recorder.record(person, fields, purpose, ground.get(), recipient);
        return Optional.empty();
    }

    @Override
    public Optional<PersonId> findByEmail(String email) {
        return lookups.find(email);
    }

    @Override
    public void correct(PersonId person, Map<Field, Optional<String>> changes, String point) {
        refuseUndeclared(changes.keySet(), point);
        transactions.required(() -> {
            if (!persons.lock(person)) {
                throw noSuchPerson();
            }
            SecretKey key = keys.find(person).orElseThrow(EncryptedVault::noSuchPerson);
            noteCorrections(person, key, changes);
            changes.forEach((field, value) ->
                    value.ifPresentOrElse(v -> put(person, key, field, v, point), () -> remove(person, field)));
        });
    }

    @Override
    public Set<PersonId> held(Collection<PersonId> people) {
        return people.isEmpty() ? Set.of() : persons.present(people);
    }

    @Override
    public Slice<Use> uses(PersonId person, int limit, Optional<String> cursor) {
        return history.of(person, UseFilter.NONE, limit, cursor);
    }

    @Override
    public byte[] seal(PersonId person, String context, byte[] plain) {
        return key(person)
                .map(key -> Envelope.seal(key, Belonging.sealed(person, context), plain))
                .orElseThrow(EncryptedVault::noSuchPerson);
    }

    @Override
    public Optional<byte[]> open(PersonId person, String context, byte[] sealed) {
        return key(person).map(key -> Envelope.open(key, Belonging.sealed(person, context), sealed)
                .orElseThrow(() -> new IllegalArgumentException(
                        "this was not sealed for " + context + " of person " + person + ", or was altered")));
    }

    @Override
    public Instant erase(PersonId person) {
        return erasures.erase(person);
    }

    /** Asked for and answered within one transaction: either both are seen or neither. */
    private void noteCorrections(PersonId person, SecretKey key, Map<Field, Optional<String>> changes) {
        Instant now = Instant.now();
        Map<Field, StoredValue> before = values
                .find(person, changes.keySet().stream().map(Field::name).toList())
                .orElseThrow(EncryptedVault::noSuchPerson)
                .stream()
                .collect(Collectors.toMap(value -> new Field(value.field()), Function.identity()));
        Map<Field, Boolean> changed = new TreeMap<>();
        changes.forEach((field, value) -> {
            if (!value.equals(Optional.ofNullable(before.get(field)).flatMap(stored -> plain(key, stored)))) {
                changed.put(field, value.isEmpty());
            }
        });
        requests.received(person, Requests.Kind.CORRECT);
        corrections.note(person, changed, values.writtenAt(person, before.keySet()), now);
        requests.answered(person, Requests.Kind.CORRECT);
    }

    /** The key of somebody who is not erased: read fresh, so that a key in memory opens nothing after an erasure. */
    private Optional<SecretKey> key(PersonId person) {
        return persons.present(person) ? keys.find(person) : Optional.empty();
    }

    private void put(PersonId person, SecretKey key, Field field, String value, String point) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MOST_VALUE_BYTES) {
            throw new IllegalArgumentException(field + " is longer than " + MOST_VALUE_BYTES + " bytes");
        }
        byte[] envelope = Envelope.seal(key, Belonging.value(person, field.name(), point), bytes);
        values.put(new StoredValue(person, field.name(), point, envelope));
        if (field.equals(Field.EMAIL)) {
            lookups.put(person, value);
        }
    }

    private void remove(PersonId person, Field field) {
        values.remove(person, field.name());
        if (field.equals(Field.EMAIL)) {
            lookups.remove(person);
        }
    }

    private void refuseUseThatCannotBeWritten(Set<Field> fields, Recipient recipient) {
        UseRecorder.check(fields, recipient);
        if (transactions.active()) {
            throw new IllegalStateException(
                    "no personal data is used inside a transaction: its use must be durable first");
        }
    }

    private void refuseUndeclared(Collection<Field> fields, String point) {
        PointNotice notice = consent.point(point)
                .orElseThrow(() -> new IllegalArgumentException("no collection point " + point + " is installed"));
        Set<String> declared = notice.fields().stream().map(AskedField::name).collect(Collectors.toSet());
        for (Field field : fields) {
            if (!declared.contains(field.name())) {
                throw new IllegalArgumentException("collection point " + point + " does not declare " + field);
            }
        }
    }

    private static Map<Field, String> decrypt(SecretKey key, List<StoredValue> stored) {
        Map<Field, String> plain = new HashMap<>();
        for (StoredValue value : stored) {
            plain.put(
                    new Field(value.field()),
                    plain(key, value)
                            .orElseThrow(() -> new IllegalStateException(
                                    "the stored " + value.field() + " of person " + value.person() + " was altered")));
        }
        return plain;
    }

    /** Empty where the stored value was altered. */
    private static Optional<String> plain(SecretKey key, StoredValue value) {
        return Envelope.open(key, Belonging.value(value.person(), value.field(), value.point()), value.envelope())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static IllegalStateException noSuchPerson() {
        return new IllegalStateException("there is no such person, or they were erased");
    }
}
