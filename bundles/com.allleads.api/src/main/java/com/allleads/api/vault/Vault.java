package com.allleads.api.vault;

import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one place where personal data is: encrypted with a key per person, read only for a purpose, every use written down.
 *
 * <p>Safe for use by many threads. Writes join the caller's transaction where there is one. {@link #reveal} must not be
 * called inside a transaction: its record of use is committed on its own before the values are returned.
 *
 * <p>Source: promises {@code registration.use}, {@code security.misuse}, {@code correction}, {@code deactivation}.
 */
@ProviderType
public interface Vault {

    /**
     * Takes in a new person.
     *
     * @param person a new identifier
     * @param values their data; every field must be declared by the point
     * @param point the collection point that asked for it
     * @throws IllegalArgumentException where a field is not declared by the point
     * @throws DuplicateValueException where another person has this email; the caller's transaction must roll back
     */
    void enrol(PersonId person, Map<Field, String> values, String point);

    /**
     * Reads personal data for a purpose, as the person allows now (consent is read fresh). The use is written down before a value is
     * opened: where it then turns out that it was altered, the record says more than was revealed, never less.
     *
     * @param person whose
     * @param fields which; at least one
     * @param purpose the purpose's id
     * @param recipient who gets them
     * @return the values, or why not
     * @throws IllegalStateException inside a transaction, and where a stored value was altered
     */
    Reveal reveal(PersonId person, Set<Field> fields, String purpose, Recipient recipient);

    /**
     * {@link #reveal} for many people, as for a mailing. People are taken some hundred at a time: for each such part consent is
     * read fresh, every use of it is committed, and only then its answers are given; so a withdrawal takes effect for everybody
     * whose part was not yet read.
     *
     * @param people whose; somebody who is named twice is answered once
     * @param fields which; at least one
     * @param purpose the purpose's id
     * @param recipient who gets them
     * @param each gets the answer for each of the people on the calling thread, in their order; what it throws ends the call
     * @throws IllegalStateException inside a transaction; where a stored value was altered, and nothing of its part was
     *     revealed: {@link #reveal} tells whose it is
     */
    default void revealAll(
            Collection<PersonId> people,
            Set<Field> fields,
            String purpose,
            Recipient recipient,
            BiConsumer<PersonId, Reveal> each) {
        for (PersonId person : new LinkedHashSet<>(people)) {
            each.accept(person, reveal(person, fields, purpose, recipient));
        }
    }

    /**
     * Writes down that something of a person's that does not come out of the vault is about to be used, such as an amount and
     * a card's token that go to a processor. It then stands among the person's uses like what was revealed. Whoever hands
     * anything to an outside party asks here first, and does not hand it over where the answer is a reason.
     *
     * @param person whose; also somebody who was erased, as money still goes back to them
     * @param fields what is used; at least one
     * @param purpose the purpose's id
     * @param recipient who gets it
     * @return why it may not be used: {@link Reveal.Reason#PURPOSE_UNKNOWN} or {@link Reveal.Reason#NOT_ALLOWED}; empty where
     *     the use is written down, durable
     * @throws IllegalStateException inside a transaction
     */
    Optional<Reveal.Reason> recordUse(PersonId person, Set<Field> fields, String purpose, Recipient recipient);

    /**
     * Finds the person who has a value, without revealing anything. Only {@link Field#EMAIL} can be looked up.
     *
     * @param email compared without regard to case
     */
    Optional<PersonId> findByEmail(String email);

    /**
     * Replaces values of a person.
     *
     * @param person whose
     * @param changes new values; an empty one removes the field
     * @param point the collection point that asked for them
     * @throws IllegalArgumentException as {@link #enrol}
     * @throws DuplicateValueException as {@link #enrol}
     * @throws IllegalStateException where there is no such person, or they were erased
     */
    void correct(PersonId person, Map<Field, Optional<String>> changes, String point);

    /** Those among the people whom the vault holds and who were not erased: whose data can be seen and corrected. */
    Set<PersonId> held(Collection<PersonId> people);

    /**
     * Who used what of the person's data, newest first.
     *
     * @throws IllegalArgumentException where the cursor is not one that an earlier slice gave
     */
    Slice<Use> uses(PersonId person, int limit, Optional<String> cursor);

    /**
     * Encrypts something with the person's key, for a capability that must keep it in its own tables: erasing the person
     * makes it unreadable. Context is authenticated with it and must be given again to open it.
     *
     * @param person whose
     * @param context says what and where it is, as in {@code notification.outbox/ID}
     * @param plain what to encrypt
     * @throws IllegalStateException where there is no such person, or they were erased
     */
    byte[] seal(PersonId person, String context, byte[] plain);

    /** What was sealed, where the person was not erased since. */
    Optional<byte[]> open(PersonId person, String context, byte[] sealed);

    /**
     * Destroys the person's key, so that every value of theirs, in every capability and every backup, becomes unreadable,
     * and tells every {@link ErasureListener}. Cannot be undone. Doing it again changes nothing.
     *
     * @return the time of the first erasure
     * @throws IllegalStateException where there never was such a person; inside a transaction, as nothing could roll it back
     */
    Instant erase(PersonId person);
}
