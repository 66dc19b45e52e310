package com.allleads.vault.uses;

import com.allleads.api.consent.Ground;
import com.allleads.api.person.PersonId;
import com.allleads.api.store.Committer;
import com.allleads.api.store.GroupCommit;
import com.allleads.api.store.Schema;
import com.allleads.api.store.StoreException;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Recipient;
import com.allleads.vault.persons.StoredValue;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Writes uses down. Each node writes a chain of its own, named by the node. */
@Component(service = UseRecorder.class)
public final class UseRecorder {

    private static final int LONGEST_RECIPIENT = 100;
    private static final int MOST_FIELDS = 60;

    private final Committer<NewUse, Optional<List<StoredValue>>> committer;

    /** The second reference makes it wait for its tables. */
    @Activate
    public UseRecorder(
            @Reference GroupCommit groupCommit,
            @Reference(target = "(&(schema=com.allleads.vault)(datasource=allleads))") Schema tables) {
        this(groupCommit, System.getProperty("karaf.name", "root"));
    }

    /** Under the name of a node. */
    public UseRecorder(GroupCommit groupCommit, String node) {
        committer = groupCommit.open("vault-uses", new UseBatch(node));
    }

    @Deactivate
    public void stop() {
        committer.close();
    }

    /** Writes a use down; it is durable when this returns. */
    public void record(PersonId person, Collection<Field> fields, String purpose, Ground ground, Recipient recipient) {
        committer.commit(new NewUse.Known(RecordedUse.of(person, Instant.now(), fields, purpose, ground, recipient)));
    }

    /**
     * Reads a person's values and writes down that those which are held are used; it is durable when this returns.
     *
     * @return empty where there is no such person or they were erased; then nothing is used
     * @throws StoreException where it could not be written
     */
    public Optional<List<StoredValue>> read(
            PersonId person, Set<Field> fields, String purpose, Ground ground, Recipient recipient) {
        return committer.commit(new NewUse.Asked(person, fields, Instant.now(), purpose, ground, recipient));
    }

    /**
     * Writes many uses down; all are durable when this returns.
     *
     * @throws StoreException where one of them could not be written
     */
    public void recordAll(Collection<OfPerson> uses, String purpose, Recipient recipient) {
        Instant now = Instant.now();
        List<CompletableFuture<Optional<List<StoredValue>>>> written = uses.stream()
                .map(use -> committer.submit(new NewUse.Known(
                        RecordedUse.of(use.person(), now, use.fields(), purpose, use.ground(), recipient))))
                .toList();
        try {
            CompletableFuture.allOf(written.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StoreException store ? store : e;
        }
    }

    /**
     * A use to be written down.
     *
     * @param person whose data
     * @param fields which fields
     * @param ground what it stands on
     */
    public record OfPerson(PersonId person, Collection<Field> fields, Ground ground) {}

    /**
     * Whether such a use could be written down.
     *
     * @throws IllegalArgumentException where it could not
     */
    public static void check(Collection<Field> fields, Recipient recipient) {
        if (fields.isEmpty() || fields.size() > MOST_FIELDS) {
            throw new IllegalArgumentException("fields: 1 to " + MOST_FIELDS);
        }
        if (recipient.name().isBlank() || recipient.name().length() > LONGEST_RECIPIENT) {
            throw new IllegalArgumentException("recipient: 1 to " + LONGEST_RECIPIENT + " characters");
        }
    }
}
