package com.allleads.registration;

import com.allleads.api.consent.Occasion;
import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Accounts;
import com.allleads.api.secret.SecretFile;
import com.allleads.registration.RegistrationForm.Choice;
import com.allleads.registration.credentials.Passwords;
import com.allleads.registration.credentials.Pins;
import com.allleads.registration.operators.OperatorSessions;
import com.allleads.registration.operators.TestOperators;
import com.allleads.registration.sessions.StoredSessions;
import com.allleads.store.testing.StoreRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.rules.ExternalResource;
import org.junit.rules.RuleChain;
import org.junit.rules.TemporaryFolder;
import org.junit.rules.TestRule;

/** Everything of the registration on real tables, beside a vault, consent and outbox in memory. */
final class RegistrationHouse extends ExternalResource {

    static final String PASSWORD = "correct horse battery staple";

    final StoreRule store = new StoreRule("db/changelog.xml");
    private final TemporaryFolder folder = new TemporaryFolder();

    RegistrationSettings settings;
    FakeVault vault;
    FakeConsent consent;
    FakeOutbox outbox;
    AccountTable accounts;
    AccountMail mail;
    Passwords passwords;
    PasswordCheck passwordCheck;
    Pins pins;
    StoredSessions sessions;
    OperatorSessions operatorSessions;
    Registration registration;
    SignIn signIn;
    ContactData contactData;
    Accounts known;
    Deactivation deactivation;
    final List<PersonId> deactivated = new ArrayList<>();
    Housekeeping housekeeping;

    /** The house with its database and folder around it. */
    TestRule standing() {
        return RuleChain.outerRule(folder).around(store).around(this);
    }

    @Override
    protected void before() throws IOException {
        Path secrets = folder.getRoot().toPath();
        settings = new RegistrationSettings(new TestConfiguration());
        vault = new FakeVault(store.transactions());
        consent = new FakeConsent();
        outbox = new FakeOutbox();
        accounts = new AccountTable(store.jdbi(), store.groupRead());
        mail = new AccountMail(outbox, accounts);
        passwords = new Passwords(settings);
        passwordCheck = new PasswordCheck(accounts, passwords, settings);
        pins = new Pins(store.jdbi(), settings, SecretFile.below(secrets, "pin.key"));
        sessions = new StoredSessions(store.jdbi(), store.groupRead(), store.transactions(), settings);
        operatorSessions = TestOperators.sessions(store.jdbi());
        registration =
                new Registration(vault, consent, mail, store.transactions(), accounts, passwords, pins, settings);
        signIn = new SignIn(vault, accounts, passwordCheck, sessions, settings);
        contactData = new ContactData(vault, mail, store.transactions(), accounts, pins);
        known = new KnownAccounts(accounts, passwordCheck);
        deactivation = new Deactivation(
                known,
                accounts,
                sessions,
                store.transactions(),
                new DeactivationListeners(List.of((person, at) -> deactivated.add(person))));
        housekeeping = new Housekeeping(
                vault, mail, store.transactions(), accounts, sessions, operatorSessions, pins, settings);
        vault.tell(new ErasedAccounts(accounts, sessions, pins));
    }

    @Override
    protected void after() {
        housekeeping.stop();
    }

    /** A new person who has not entered their PIN yet. */
    PersonId registered(String email) {
        return registration.register(form(email), Occasion.at(RegistrationPoint.ID, "en"), Language.ENGLISH);
    }

    /** A new person who has. */
    PersonId verified(String email) {
        PersonId person = registered(email);
        if (!registration.verify(person, outbox.pin(person, "welcome"))) {
            throw new AssertionError("the PIN of the welcome message verifies");
        }
        return person;
    }

    /** What a person enters who agrees to nothing optional. */
    static RegistrationForm form(String email) {
        return new RegistrationForm(
                email,
                PASSWORD,
                "Ada Lovelace",
                "+1 (415) 555-0123",
                new Address("12 St James's Square", "London", null, "SW1Y 4JH", "GB"),
                null,
                "email",
                null,
                List.of(new Choice("news", false, "sha-256:news")));
    }

    static String newEmail() {
        return "ada." + UUID.randomUUID() + "@mail.example";
    }

    /** Lets time pass for one column of one table. */
    void set(String table, String column, long value) {
        store.jdbi().useHandle(handle -> handle.createUpdate("UPDATE " + table + " SET " + column + " = :value")
                .bind("value", value)
                .execute());
    }

    /** Makes every PIN old enough that another may be asked for. */
    void letPinsAge() {
        set("registration_pin", "issued_at", 0);
    }

    long count(String table) {
        return store.jdbi().withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM " + table)
                .mapTo(Long.class)
                .one());
    }
}
