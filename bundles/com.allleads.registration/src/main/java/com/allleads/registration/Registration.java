package com.allleads.registration;

import com.allleads.api.consent.Act;
import com.allleads.api.consent.Consent;
import com.allleads.api.consent.Occasion;
import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Accounts.Status;
import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.ProblemException;
import com.allleads.api.store.Transactions;
import com.allleads.api.vault.DuplicateValueException;
import com.allleads.api.vault.Vault;
import com.allleads.registration.credentials.Passwords;
import com.allleads.registration.credentials.PinUse;
import com.allleads.registration.credentials.Pins;
import com.allleads.registration.messages.AlreadyRegisteredMessage;
import com.allleads.registration.messages.NewPinMessage;
import com.allleads.registration.messages.WelcomeMessage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Registers people and verifies them. Whoever asks learns nothing about who is registered already: the answer is the same,
 * takes as long, and only the mail to the address's owner differs.
 */
@Component(service = Registration.class)
public final class Registration {

    /** A registration has but one address that its PIN can prove. */
    private static final String THE_ADDRESS = "";

    private final Vault vault;
    private final Consent consent;
    private final AccountMail mail;
    private final Transactions transactions;
    private final AccountTable accounts;
    private final Passwords passwords;
    private final Pins pins;
    private final RegistrationSettings settings;

    @Activate
    public Registration(
            @Reference Vault vault,
            @Reference Consent consent,
            @Reference AccountMail mail,
            @Reference Transactions transactions,
            @Reference AccountTable accounts,
            @Reference Passwords passwords,
            @Reference Pins pins,
            @Reference RegistrationSettings settings) {
        this.vault = vault;
        this.consent = consent;
        this.mail = mail;
        this.transactions = transactions;
        this.accounts = accounts;
        this.passwords = passwords;
        this.pins = pins;
        this.settings = settings;
    }

    /**
     * Registers a person: their data, account, decisions and welcome message are stored as one, or nothing is.
     *
     * @param form what they entered
     * @param occasion the language of the texts that they saw, and whether their browser signalled an opt-out
     * @param language what the person reads
     * @return the registration's id, also where the email has an owner already
     * @throws ProblemException naming every field that cannot be accepted
     */
    public PersonId register(RegistrationForm form, Occasion occasion, Language language) {
        FieldErrors errors = form.check(settings.now().ageGate());
        errors.refuse();
        List<Act> acts = form.acts();
        consent.check(acts)
                .forEach(objection ->
                        errors.add("choices[" + objection.index() + "]." + objection.field(), objection.message()));
        errors.refuse();
        // Slow on purpose, so it is done before the transaction, and also where nobody new comes of it.
        String hash = passwords.hash(form.password());
        Optional<PersonId> owner = vault.findByEmail(form.email());
        if (owner.isPresent()) {
            return tellOwner(owner.get());
        }
        try {
            return transactions.required(() -> enrol(form, occasion, acts, hash, language));
        } catch (DuplicateValueException somebodyWasFaster) {
            return vault.findByEmail(form.email()).map(this::tellOwner).orElseGet(PersonId::random);
        }
    }

    /**
     * Verifies a registration.
     *
     * @return whether the account is active now; false alike for a wrong, expired, locked or used PIN and for an id that
     *     nobody has
     */
    public boolean verify(PersonId person, String pin) {
        return transactions.required(() ->
                pins.use(person, PinUse.VERIFICATION, THE_ADDRESS, pin) && accounts.activate(person, Instant.now()));
    }

    /** Sends a new PIN to a registration that waits for one, at most one a minute; does nothing for any other. */
    public void sendNewPin(PersonId person) {
        transactions.required(
                () -> pins.renew(person, PinUse.VERIFICATION, THE_ADDRESS).ifPresent(pin -> {
                    boolean waiting = accounts.find(person)
                            .filter(account -> account.status() == Status.UNVERIFIED)
                            .isPresent();
                    if (waiting) {
                        mail.send("pin-" + UUID.randomUUID(), person, NewPinMessage.ID, Map.of("pin", pin));
                    }
                }));
    }

    private PersonId enrol(RegistrationForm form, Occasion occasion, List<Act> acts, String hash, Language language) {
        PersonId person = PersonId.random();
        vault.enrol(person, form.values(), RegistrationPoint.ID);
        accounts.insert(person, hash, language);
        consent.record(person, occasion, acts);
        mail.send(
                WelcomeMessage.key(person),
                person,
                WelcomeMessage.ID,
                Map.of(
                        "pin",
                        pins.issue(person, PinUse.VERIFICATION, THE_ADDRESS),
                        "minutes",
                        Long.toString(settings.now().pinValidity().toMinutes())));
        return person;
    }

    /**
     * The id that is answered has a PIN that nobody was told, so that it can be tried, and locked, like any other. The owner
     * is told once an hour at most: nobody shall fill their mailbox from here.
     */
    private PersonId tellOwner(PersonId owner) {
        PersonId nobody = PersonId.random();
        String key = "already-registered-" + owner + "-"
                + Instant.now().truncatedTo(ChronoUnit.HOURS).getEpochSecond();
        transactions.required(() -> {
            pins.issue(nobody, PinUse.VERIFICATION, THE_ADDRESS);
            mail.send(key, owner, AlreadyRegisteredMessage.ID, Map.of());
        });
        return nobody;
    }
}
