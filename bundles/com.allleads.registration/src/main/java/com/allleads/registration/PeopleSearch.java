package com.allleads.registration;

import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Accounts.Status;
import com.allleads.api.rest.Problem;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Recipient;
import com.allleads.api.vault.Reveal;
import com.allleads.api.vault.Reveal.Revealed;
import com.allleads.api.vault.Vault;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** An operator's look-up of a person: a use of personal data like any other, written down under the operator's name. */
@Component(service = PeopleSearch.class)
public final class PeopleSearch {

    private final Vault vault;
    private final AccountTable accounts;

    @Activate
    public PeopleSearch(@Reference Vault vault, @Reference AccountTable accounts) {
        this.vault = vault;
        this.accounts = accounts;
    }

    /**
     * Finds the person who has an email address.
     *
     * @param operator the user name of who asks
     */
    public Optional<Found> byEmail(String email, String operator) {
        return vault.findByEmail(email).flatMap(accounts::find).map(account -> reveal(account, operator));
    }

    private Found reveal(Account account, String operator) {
        Reveal answer = vault.reveal(
                account.person(),
                Set.of(Field.NAME, Field.EMAIL),
                Purpose.ADMINISTRATION,
                new Recipient(Recipient.Kind.OPERATOR, operator));
        if (answer instanceof Revealed revealed) {
            return new Found(
                    account.person(),
                    account.status(),
                    revealed.value(Field.NAME),
                    revealed.value(Field.EMAIL),
                    account.registeredAt());
        }
        throw Problem.unavailable("The person's data may not be shown now.").exception();
    }

    /**
     * What an operator sees of a person.
     *
     * @param id the person
     * @param status where the account stands
     * @param name the name
     * @param email the email address
     * @param registeredAt since when
     */
    public record Found(
            PersonId id, Status status, Optional<String> name, Optional<String> email, Instant registeredAt) {

        /** Names the person's identifier alone. */
        @Override
        public String toString() {
            return "Found[" + id + "]";
        }
    }
}
