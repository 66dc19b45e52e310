package com.allleads.vault.erasure;

import com.allleads.api.backup.RestoreReplay;
import com.allleads.api.person.PersonId;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Erases again whoever was erased since a backup that is restored, before anybody can read them: the key goes, the values go, and
 * they are marked as erased. Capabilities are told of it by {@link Erasures#catchUp}, as of every erasure that they missed. Needs no
 * tables of its own, so that it is there while they are replaced.
 */
@Component
public final class ErasureReplay implements RestoreReplay {

    private final ErasureJournal journal;

    @Activate
    public ErasureReplay(@Reference ErasureJournal journal) {
        this.journal = journal;
    }

    @Override
    public long replay(DataSource data, DataSource keys) {
        Map<PersonId, Instant> erased = journal.erased();
        long cameBack = Jdbi.create(keys).inTransaction(handle -> erased.entrySet().stream()
                .mapToLong(each -> update(
                        handle,
                        "UPDATE vault_key SET wrapped = NULL, generation = NULL, destroyed_at = COALESCE(destroyed_at, :at)"
                                + " WHERE person = :person AND wrapped IS NOT NULL",
                        each.getKey(),
                        each.getValue()))
                .sum());
        long unmarked = Jdbi.create(data).inTransaction(handle -> erased.entrySet().stream()
                .mapToLong(each -> forget(handle, each.getKey(), each.getValue()))
                .sum());
        return Math.max(cameBack, unmarked);
    }

    private static long forget(Handle handle, PersonId person, Instant at) {
        long marked = update(
                handle,
                "UPDATE vault_person SET erased_at = :at WHERE person = :person AND erased_at IS NULL",
                person,
                at);
        if (marked > 0) {
            handle.createUpdate("DELETE FROM vault_value WHERE person = :person")
                    .bind("person", person.toString())
                    .execute();
            handle.createUpdate("DELETE FROM vault_lookup WHERE person = :person")
                    .bind("person", person.toString())
                    .execute();
        }
        return marked;
    }

    private static long update(Handle handle, String sql, PersonId person, Instant at) {
        return handle.createUpdate(sql)
                .bind("person", person.toString())
                .bind("at", at.toEpochMilli())
                .execute();
    }
}
