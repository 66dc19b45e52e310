package com.allleads.vault.keys;

import com.allleads.api.person.PersonId;
import com.allleads.api.store.InChunks;
import com.allleads.api.store.StoreException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads keys from a key store and unwraps them. */
final class StoredKeys {

    /** How often the master key may be replaced in the middle of one look. */
    static final int MOST_LOOKS = 4;

    private final Jdbi keys;
    private final KeyFiles files;

    StoredKeys(Jdbi keys, KeyFiles files) {
        this.keys = keys;
        this.files = files;
    }

    /** The keys of many people with one query; those without a key are left out. */
    Map<PersonId, SecretKey> read(Collection<PersonId> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        // Looked at before the rows: what wraps them then is still in hand when it is replaced meanwhile.
        Masters masters = files.masters();
        List<WrappedKey> rows = rows(people);
        for (int looks = 1; looks < MOST_LOOKS && !rows.stream().allMatch(masters::opens); looks++) {
            files.lookAgain();
            masters = files.masters();
            rows = rows(people);
        }
        return unwrapped(masters, rows);
    }

    private static Map<PersonId, SecretKey> unwrapped(Masters masters, List<WrappedKey> rows) {
        Map<PersonId, SecretKey> found = new HashMap<>();
        for (WrappedKey row : rows) {
            found.put(
                    row.person(),
                    masters.unwrap(row)
                            .map(raw -> new SecretKeySpec(raw, "AES"))
                            .orElseThrow(() ->
                                    new IllegalStateException("the key of person " + row.person() + " was altered")));
        }
        return found;
    }

    private List<WrappedKey> rows(Collection<PersonId> people) {
        List<WrappedKey> rows = new ArrayList<>();
        try (Handle handle = keys.open()) {
            InChunks.query(
                    handle.getConnection(),
                    "SELECT person, wrapped, generation FROM vault_key WHERE wrapped IS NOT NULL AND person IN",
                    people.stream().map(PersonId::toString).distinct().toList(),
                    row -> rows.add(WrappedKey.of(row)));
        } catch (SQLException e) {
            throw new StoreException("keys could not be read", e);
        }
        return rows;
    }
}
