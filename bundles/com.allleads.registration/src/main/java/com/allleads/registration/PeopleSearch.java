package com.allleads.registration;

import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Accounts.Status;
import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.Problem;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Recipient;
import com.allleads.api.vault.Reveal;
import com.allleads.api.vault.Reveal.Revealed;
import com.allleads.api.vault.Vault;
import com.allleads.registration.sessions.StoredSessions;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * An operator's look-up of a person: a use of personal data like any other, written down under the operator's name, with the
 * reason beside it.
 */
@Component(service = PeopleSearch.class)
public final class PeopleSearch {

    /** The reason where a script or the console gave none. */
    public static final String NO_REASON = "No reason was given.";

    private static final int LONGEST_REASON = 300;

    private final Vault vault;
    private final AccountTable accounts;
    private final StoredSessions sessions;
    private final Looks looks;

    @Activate
    public PeopleSearch(
            @Reference Vault vault,
            @Reference AccountTable accounts,
            @Reference StoredSessions sessions,
            @Reference Looks looks) {
        this.vault = vault;
        this.accounts = accounts;
        this.sessions = sessions;
        this.looks = looks;
    }

    /** The person who has an email address; nothing of theirs is shown. */
    public Optional<PersonId> find(String email) {
        return vault.findByEmail(email).flatMap(accounts::find).map(Account::person);
    }

    /** Where a person's account stands; nothing that is in the vault. */
    public Optional<Standing> standing(PersonId person) {
        return accounts.find(person)
                .map(account -> new Standing(
                        account.person(),
                        account.status(),
                        account.registeredAt(),
                        account.reviewedAt(),
                        account.signedInAt(),
                        sessions.of(person).size()));
    }

    /**
     * Shows a person to an operator.
     *
     * @param operator the user name of who asks
     * @param reason why they ask, in their words, for the person to read
     * @return empty where there is no such person, or they were erased
     * @throws com.allleads.api.rest.ProblemException 422 naming {@code reason} where it is none
     */
    public Optional<Found> look(PersonId person, String operator, String reason) {
        new FieldErrors().text("reason", reason, LONGEST_REASON).refuse();
        return accounts.find(person).flatMap(account -> reveal(account, operator, reason));
    }

    private Optional<Found> reveal(Account account, String operator, String reason) {
        Reveal answer = vault.reveal(
                account.person(),
                Set.of(Field.NAME, Field.EMAIL, Field.PHONE, Field.REPLY_BY),
                Purpose.ADMINISTRATION,
                new Recipient(Recipient.Kind.OPERATOR, operator));
        if (answer instanceof Revealed revealed) {
            looks.note(account.person(), operator, reason);
            return Optional.of(new Found(
                    account.person(),
                    account.status(),
                    revealed.value(Field.NAME),
                    revealed.value(Field.EMAIL),
                    revealed.value(Field.PHONE),
                    revealed.value(Field.REPLY_BY),
                    account.registeredAt()));
        }
        if (answer.equals(new Reveal.Refused(Reveal.Reason.PERSON_UNKNOWN))) {
            return Optional.empty();
        }
        throw Problem.unavailable("The person's data may not be shown now.").exception();
    }

    /**
     * Where an account stands.
     *
     * @param id the person
     * @param status where the account stands
     * @param registeredAt since when
     * @param reviewedAt when contact data was last entered or confirmed
     * @param signedInAt when the person last signed in
     * @param devices on how many devices they are signed in
     */
    public record Standing(
            PersonId id,
            Status status,
            Instant registeredAt,
            Instant reviewedAt,
            Optional<Instant> signedInAt,
            int devices) {}

    /**
     * What an operator sees of a person.
     *
     * @param id the person
     * @param status where the account stands
     * @param name the name
     * @param email the email address
     * @param phone the telephone number
     * @param replyBy how they want answers: {@code email} or {@code phone}
     * @param registeredAt since when
     */
    public record Found(
            PersonId id,
            Status status,
            Optional<String> name,
            Optional<String> email,
            Optional<String> phone,
            Optional<String> replyBy,
            Instant registeredAt) {

        /** Names the person's identifier alone. */
        @Override
        public String toString() {
            return "Found[" + id + "]";
        }
    }
}
