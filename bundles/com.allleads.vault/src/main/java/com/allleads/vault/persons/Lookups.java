package com.allleads.vault.persons;

import com.allleads.api.person.PersonId;
import com.allleads.api.vault.DuplicateValueException;
import com.allleads.api.vault.Field;
import com.allleads.vault.keys.Duplicates;
import com.allleads.vault.keys.KeyFiles;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keyed hashes of emails, one person each, by which people are found without decrypting anybody. */
@Component(service = Lookups.class)
public final class Lookups {

    private final Jdbi jdbi;
    private final KeyFiles files;

    @Activate
    public Lookups(
            @Reference(target = "(&(schema=com.allleads.vault)(datasource=allleads))") Jdbi jdbi,
            @Reference KeyFiles files) {
        this.jdbi = jdbi;
        this.files = files;
    }

    /** Who has this email. */
    public Optional<PersonId> find(String email) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT person FROM vault_lookup WHERE field = :field AND hash = :hash")
                        .bind("field", Field.EMAIL.name())
                        .bind("hash", hash(email))
                        .mapTo(String.class)
                        .findOne()
                        .map(PersonId::parse));
    }

    /**
     * Gives a person this email in place of an earlier one. Their row is locked, or new.
     *
     * @throws DuplicateValueException where another person has it; the transaction must roll back
     */
    public void put(PersonId person, String email) {
        remove(person);
        try {
            jdbi.useHandle(handle -> handle.createUpdate(
                            "INSERT INTO vault_lookup (field, hash, person) VALUES (:field, :hash, :person)")
                    .bind("field", Field.EMAIL.name())
                    .bind("hash", hash(email))
                    .bind("person", person.toString())
                    .execute());
        } catch (UnableToExecuteStatementException e) {
            throw Duplicates.caused(e) ? new DuplicateValueException(Field.EMAIL) : e;
        }
    }

    /** Lets nobody find the person any more. */
    public void remove(PersonId person) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM vault_lookup WHERE person = :person")
                .bind("person", person.toString())
                .execute());
    }

    /** How many people who were erased can still be found. */
    public long ofErased() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM vault_person p"
                        + " JOIN vault_lookup l ON l.person = p.person WHERE p.erased_at IS NOT NULL")
                .mapTo(Long.class)
                .one());
    }

    private byte[] hash(String email) {
        String normal = Normalizer.normalize(email.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return files.lookupHash(Field.EMAIL.name(), normal);
    }
}
