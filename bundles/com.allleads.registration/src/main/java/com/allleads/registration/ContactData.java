package com.allleads.registration;

import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Accounts.Status;
import com.allleads.api.rest.Problem;
import com.allleads.api.store.Transactions;
import com.allleads.api.vault.DuplicateValueException;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Recipient;
import com.allleads.api.vault.Reveal;
import com.allleads.api.vault.Reveal.Revealed;
import com.allleads.api.vault.Vault;
import com.allleads.registration.credentials.PinUse;
import com.allleads.registration.credentials.Pins;
import com.allleads.registration.messages.EmailChangeMessage;
import com.allleads.registration.messages.EmailConfirmationMessage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is held to reach a person: shown to them, corrected by them. A changed email address counts once it is confirmed. */
@Component(service = ContactData.class)
public final class ContactData {

    private static final Set<Field> FIELDS = fields();

    private final Vault vault;
    private final AccountMail mail;
    private final Transactions transactions;
    private final AccountTable accounts;
    private final Pins pins;

    @Activate
    public ContactData(
            @Reference Vault vault,
            @Reference AccountMail mail,
            @Reference Transactions transactions,
            @Reference AccountTable accounts,
            @Reference Pins pins) {
        this.vault = vault;
        this.mail = mail;
        this.transactions = transactions;
        this.accounts = accounts;
        this.pins = pins;
    }

    /** What is held, for the person's own eyes. */
    public Held of(PersonId person) {
        Account account = accounts.find(person)
                .orElseThrow(() -> Problem.notFound("The account").exception());
        Revealed values = reveal(person, FIELDS);
        return new Held(
                person,
                account.status(),
                values.value(Field.EMAIL),
                values.value(RegistrationPoint.PENDING_EMAIL).isPresent(),
                values.value(Field.NAME),
                values.value(Field.PHONE),
                Address.among(values.values(), Address.Kind.POSTAL),
                Address.among(values.values(), Address.Kind.BILLING),
                values.value(Field.REPLY_BY),
                account.reviewedAt());
    }

    /**
     * Corrects what is held.
     *
     * @throws com.allleads.api.rest.ProblemException naming every field that cannot be accepted; nothing was changed
     */
    public Held correct(PersonId person, Correction correction) {
        Held held = of(person);
        correction.check(held).refuse();
        transactions.required(() -> {
            Map<Field, Optional<String>> changes = new LinkedHashMap<>(correction.values());
            correction
                    .email()
                    .ifPresent(email -> changes.put(
                            RegistrationPoint.PENDING_EMAIL,
                            held.email().equals(Optional.of(email)) ? Optional.empty() : Optional.of(email)));
            if (!changes.isEmpty()) {
                vault.correct(person, changes, RegistrationPoint.ID);
            }
            accounts.noteReview(person);
            Optional.ofNullable(changes.get(RegistrationPoint.PENDING_EMAIL))
                    .flatMap(pending -> pending)
                    .ifPresent(email -> askForConfirmation(person, email));
        });
        return of(person);
    }

    /**
     * Makes the changed email address the person's, once they have shown the PIN that was sent to it.
     *
     * @throws com.allleads.api.rest.ProblemException where the PIN is wrong, or the address has become another account's
     */
    public Held confirmEmail(PersonId person, String pin) {
        String pending = reveal(person, Set.of(RegistrationPoint.PENDING_EMAIL))
                .value(RegistrationPoint.PENDING_EMAIL)
                .orElseThrow(() -> WrongPin.problem().exception());
        boolean right;
        try {
            right = transactions.required(() -> {
                if (!pins.use(person, PinUse.EMAIL_CHANGE, pending, pin)) {
                    return false;
                }
                vault.correct(
                        person,
                        Map.of(Field.EMAIL, Optional.of(pending), RegistrationPoint.PENDING_EMAIL, Optional.empty()),
                        RegistrationPoint.ID);
                return true;
            });
        } catch (DuplicateValueException taken) {
            // Whoever reads the PIN owns the address, and may know that it has an account.
            throw Problem.invalid("email", "cannot be used: it is the address of another account")
                    .exception();
        }
        if (!right) {
            throw WrongPin.problem().exception();
        }
        return of(person);
    }

    /** The new address gets a PIN; the old one is told, as it may not be the person who asked. */
    private void askForConfirmation(PersonId person, String email) {
        String pin = pins.issueOrRenew(person, PinUse.EMAIL_CHANGE, email).orElseThrow(() -> Problem.of(
                        429,
                        "too-many-tries",
                        "That was tried too often.",
                        "An email address can be changed once a minute. Nothing was changed.")
                .exception());
        mail.send("email-confirmation-" + UUID.randomUUID(), person, EmailConfirmationMessage.ID, Map.of("pin", pin));
        mail.send("email-change-" + UUID.randomUUID(), person, EmailChangeMessage.ID, Map.of());
    }

    /** Notes that the person looked through their contact data and found it right. */
    public void confirm(PersonId person) {
        accounts.noteReview(person);
    }

    private Revealed reveal(PersonId person, Set<Field> fields) {
        Reveal answer = vault.reveal(person, fields, Purpose.RIGHTS, Recipient.THE_PERSON);
        if (answer instanceof Revealed revealed) {
            return revealed;
        }
        throw Problem.unavailable("What is held about you cannot be shown while a part of the site is missing.")
                .exception();
    }

    private static Set<Field> fields() {
        Set<Field> fields = new TreeSet<>(
                Set.of(Field.EMAIL, RegistrationPoint.PENDING_EMAIL, Field.NAME, Field.PHONE, Field.REPLY_BY));
        fields.addAll(Address.Kind.POSTAL.fields());
        fields.addAll(Address.Kind.BILLING.fields());
        return Set.copyOf(fields);
    }

    /**
     * What is held to reach a person.
     *
     * @param id the person
     * @param status where the account stands
     * @param email the address that counts
     * @param emailPending whether a changed address waits for its PIN
     * @param name the name
     * @param phone the telephone number
     * @param address where the person is
     * @param billingAddress where bills go
     * @param replyBy {@code email} or {@code phone}
     * @param contactReviewedAt when the person last entered or confirmed it
     */
    public record Held(
            PersonId id,
            Status status,
            Optional<String> email,
            boolean emailPending,
            Optional<String> name,
            Optional<String> phone,
            Optional<Address> address,
            Optional<Address> billingAddress,
            Optional<String> replyBy,
            Instant contactReviewedAt) {

        /** Names the person's identifier alone. */
        @Override
        public String toString() {
            return "Held[" + id + "]";
        }
    }
}
