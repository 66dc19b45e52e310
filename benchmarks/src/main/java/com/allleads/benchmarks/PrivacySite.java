package com.allleads.benchmarks;

import com.allleads.api.consent.Act;
import com.allleads.api.consent.CollectionPoint;
import com.allleads.api.consent.Consent;
import com.allleads.api.consent.LegalBasis;
import com.allleads.api.consent.Occasion;
import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.proof.Signer.Signed;
import com.allleads.api.store.GroupCommit;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Recipient;
import com.allleads.api.vault.Reveal;
import com.allleads.api.vault.Vault;
import com.allleads.consent.ConsentHouse;
import com.allleads.store.testing.StoreRule;
import com.allleads.vault.EncryptedVault;
import com.allleads.vault.corrections.Corrections;
import com.allleads.vault.erasure.ErasureJournal;
import com.allleads.vault.erasure.Erasures;
import com.allleads.vault.keys.KeyFiles;
import com.allleads.vault.keys.KeyTrouble;
import com.allleads.vault.keys.PersonKeys;
import com.allleads.vault.persons.Lookups;
import com.allleads.vault.persons.Persons;
import com.allleads.vault.persons.Values;
import com.allleads.vault.rights.Requests;
import com.allleads.vault.uses.OutsideReceipts;
import com.allleads.vault.uses.UseHistory;
import com.allleads.vault.uses.UseRecorder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Vault and consent with people whose data is read, corrected, erased and looked after. */
final class PrivacySite implements AutoCloseable {

    private static final int KEYS_IN_MEMORY = 100_000;
    /** Fewer than there are connections. */
    private static final int ENROLLED_AT_ONCE = 16;

    private static final String FORM = "benchmark-form";
    private static final List<Field> FIELDS = List.of(Field.NAME, Field.EMAIL, Field.PHONE, Field.STREET, Field.CITY);
    private static final Purpose CALLS = new Purpose("calls", "Calls", "You may call me.", LegalBasis.CHOICE);

    private final Consent consent;
    private final UseRecorder recorder;
    private final Vault vault;
    private final Vault filling;
    private final UseRecorder fillingRecorder;
    private final Queue<PersonId> newcomers = new ConcurrentLinkedQueue<>();
    private AtomicReferenceArray<PersonId> people = new AtomicReferenceArray<>(0);

    PrivacySite(StoreRule data, StoreRule keyStore, Path folder, boolean guarded) {
        ConsentHouse house = new ConsentHouse(data, (type, statement) -> new Signed(statement, type));
        house.declare(2, CALLS, new Purpose(Purpose.RIGHTS, "Your rights", "To show you.", LegalBasis.LEGAL_DUTY));
        house.install(1, new Form());
        consent = house.consent;
        GroupCommit real = data.groupCommit();
        fillingRecorder = new UseRecorder(real, "filling");
        filling = vault(data, keyStore, folder, consent, fillingRecorder);
        recorder = new UseRecorder(real, "measured");
        vault = vault(data, keyStore, folder, guarded ? consent : new Protection.AllowsAll(consent), recorder);
    }

    private static Vault vault(StoreRule data, StoreRule keyStore, Path folder, Consent consent, UseRecorder recorder) {
        KeyFiles files = new KeyFiles(data.jdbi(), keyStore.jdbi(), folder, new KeyTrouble());
        PersonKeys keys = new PersonKeys(keyStore.jdbi(), files, data.groupRead(), KEYS_IN_MEMORY);
        Persons persons = new Persons(data.jdbi());
        Values values = new Values(data.jdbi());
        Lookups lookups = new Lookups(data.jdbi(), files);
        Requests requests = new Requests(data.jdbi());
        return new EncryptedVault(
                consent,
                data.transactions(),
                keys,
                persons,
                values,
                lookups,
                recorder,
                new UseHistory(data.jdbi()),
                new Erasures(
                        keys,
                        persons,
                        values,
                        lookups,
                        data.transactions(),
                        requests,
                        told -> {},
                        new ErasureJournal(folder)),
                new Corrections(data.jdbi(), new OutsideReceipts(data.jdbi())),
                requests);
    }

    /** Enrols so many people; each has one use written down. */
    void fill(int count) {
        people = new AtomicReferenceArray<>(count);
        // More than there are cores, since each waits for the disk now and then.
        ForkJoinPool threads = new ForkJoinPool(ENROLLED_AT_ONCE);
        try {
            threads.submit(() -> IntStream.range(0, count).parallel().forEach(this::enrolAt))
                    .join();
        } finally {
            threads.shutdown();
        }
    }

    private void enrolAt(int place) {
        PersonId person = PersonId.random();
        filling.enrol(person, entered(person), FORM);
        filling.reveal(person, Set.of(Field.NAME), Purpose.ACCOUNT, Recipient.platform("benchmark"));
        people.set(place, person);
    }

    /** Somebody new, who takes the place of the next who is erased. */
    void create() {
        newcomers.add(enrolled());
    }

    /** Somebody is erased, and somebody new takes the place, so that there are always as many. */
    void erase() {
        PersonId newcomer = Optional.ofNullable(newcomers.poll()).orElseGet(this::enrolled);
        vault.erase(people.getAndSet(anyPlace(), newcomer));
    }

    /** Whether somebody who was erased is gone. */
    void verifyErasure() {
        PersonId erased = PersonId.random();
        if (!vault.held(List.of(erased)).isEmpty()) {
            throw new IllegalStateException("an erased person is held");
        }
    }

    private PersonId enrolled() {
        PersonId person = PersonId.random();
        vault.enrol(person, entered(person), FORM);
        return person;
    }

    /** A person decides about a purpose. */
    void decide() {
        PersonId person = anybody();
        consent.record(
                person, Occasion.at(FORM, "en"), List.of(new Act(CALLS.id(), false, ConsentHouse.digest(CALLS))));
    }

    /** Somebody has another telephone; whoever was erased meanwhile has none. */
    void correct() {
        PersonId person = anybody();
        String phone = "+1555" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
        try {
            vault.correct(person, Map.of(Field.PHONE, Optional.of(phone)), FORM);
        } catch (IllegalStateException erasedMeanwhile) {
            if (vault.held(List.of(person)).contains(person)) {
                throw erasedMeanwhile;
            }
        }
    }

    /** A person looks at all that is held of them. */
    void readOwn() {
        read(anybody(), Set.copyOf(FIELDS), Purpose.RIGHTS, Recipient.THE_PERSON);
    }

    /** Somebody's name and address are read for a service. */
    void readForService() {
        read(anybody(), Set.of(Field.NAME, Field.STREET, Field.CITY), Purpose.ACCOUNT, Recipient.platform("benchmark"));
    }

    /** Somebody is found by email, and their telephone read. */
    void findAndRead() {
        vault.findByEmail(email(anybody()))
                .ifPresent(
                        person -> read(person, Set.of(Field.PHONE), Purpose.ACCOUNT, Recipient.platform("benchmark")));
    }

    /** What was done with somebody's data. */
    void readUses() {
        vault.uses(anybody(), 20, Optional.empty());
    }

    /** What somebody decided. */
    void readDecisions() {
        consent.choices(anybody());
    }

    private void read(PersonId person, Set<Field> fields, String purpose, Recipient recipient) {
        if (vault.reveal(person, fields, purpose, recipient) instanceof Reveal.Refused refused
                && refused.reason() != Reveal.Reason.PERSON_UNKNOWN) {
            throw new IllegalStateException("refused: " + refused.reason());
        }
    }

    private PersonId anybody() {
        return people.get(anyPlace());
    }

    private int anyPlace() {
        return ThreadLocalRandom.current().nextInt(people.length());
    }

    private static Map<Field, String> entered(PersonId person) {
        return FIELDS.stream()
                .collect(Collectors.toMap(
                        field -> field, field -> field.equals(Field.EMAIL) ? email(person) : field + " " + person));
    }

    private static String email(PersonId person) {
        return person + "@mail.example";
    }

    @Override
    public void close() {
        recorder.stop();
        fillingRecorder.stop();
    }

    /** Where all of it is entered. */
    private static final class Form implements CollectionPoint {

        @Override
        public String id() {
            return FORM;
        }

        @Override
        public String title() {
            return "A form";
        }

        @Override
        public List<AskedField> fields() {
            return FIELDS.stream()
                    .map(field -> new AskedField(field.name(), "To serve you.", false))
                    .toList();
        }

        @Override
        public List<String> offers() {
            return List.of(CALLS.id());
        }
    }
}
