package com.allleads.vault.keys;

import com.allleads.api.person.PersonId;
import com.allleads.vault.persons.Persons;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keys of enrolments that rolled back. They open nothing; the sweep takes them away once no enrolment can still be under
 * way. Each sweep goes on where the last one ended, so that only the first one after a start reads all keys.
 */
@Component(service = OrphanKeys.class)
public final class OrphanKeys {

    /** Much longer than any transaction. */
    static final Duration AGE = Duration.ofDays(1);

    private static final int PAGE = 500;

    private final Jdbi keys;
    private final Persons persons;
    private Instant swept = Instant.EPOCH;

    @Activate
    public OrphanKeys(
            @Reference(target = "(&(schema=com.allleads.vault)(datasource=allleads-keys))") Jdbi keys,
            @Reference Persons persons) {
        this.keys = keys;
        this.persons = persons;
    }

    /**
     * Removes the orphans.
     *
     * @return how many there were
     */
    public synchronized long sweep() {
        Instant until = Instant.now().minus(AGE);
        long removed = 0;
        Key last = new Key("", swept.toEpochMilli());
        List<Key> page = page(last, until);
        while (!page.isEmpty()) {
            removed += remove(page);
            last = page.get(page.size() - 1);
            page = page(last, until);
        }
        swept = until;
        return removed;
    }

    private long remove(List<Key> page) {
        List<PersonId> people =
                page.stream().map(key -> PersonId.parse(key.person())).toList();
        Set<PersonId> orphans = new HashSet<>(people);
        orphans.removeAll(persons.enrolled(people));
        if (orphans.isEmpty()) {
            return 0;
        }
        return keys.withHandle(handle -> handle.createUpdate(
                        "DELETE FROM vault_key WHERE person IN (<orphans>) AND destroyed_at IS NULL")
                .bindList("orphans", orphans.stream().map(PersonId::toString).toList())
                .execute());
    }

    private List<Key> page(Key after, Instant until) {
        return keys.withHandle(handle -> handle.createQuery("SELECT person, made_at FROM vault_key"
                        + " WHERE made_at <= :until AND (made_at > :at OR (made_at = :at AND person > :person))"
                        + " ORDER BY made_at, person FETCH FIRST " + PAGE + " ROWS ONLY")
                .bind("until", until.toEpochMilli())
                .bind("at", after.madeAt())
                .bind("person", after.person())
                .map((row, context) -> new Key(row.getString("person"), row.getLong("made_at")))
                .list());
    }

    private record Key(String person, long madeAt) {}
}
