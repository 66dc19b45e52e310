package com.allleads.vault.keys;

import com.allleads.api.person.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** What the key store knows of master keys: which are in use, what is wrapped with which, and when one was replaced. */
final class MasterRows {

    private static final String NOT_YET = "wrapped IS NOT NULL AND (generation IS NULL OR generation <> :generation)";

    private final Jdbi keys;

    MasterRows(Jdbi keys) {
        this.keys = keys;
    }

    /** The prints of the master keys in use, by generation. */
    NavigableMap<Integer, String> inUse() {
        return keys.withHandle(handle -> handle.createQuery("SELECT generation, print FROM vault_master_key")
                .reduceRows(new TreeMap<>(), (prints, row) -> {
                    prints.put(row.getColumn("generation", Integer.class), row.getColumn("print", String.class));
                    return prints;
                }));
    }

    /**
     * Takes a successor into use.
     *
     * @return whether no other node was faster
     */
    boolean begin(int generation, String print, String operator, String reason) {
        try {
            keys.useTransaction(handle -> {
                handle.execute("INSERT INTO vault_master_key (generation, print) VALUES (?, ?)", generation, print);
                handle.execute(
                        "INSERT INTO vault_key_rotation (generation, print, begun_at, begun_by, reason, rewrapped)"
                                + " VALUES (?, ?, ?, ?, ?, 0)",
                        generation,
                        print,
                        System.currentTimeMillis(),
                        operator,
                        reason);
            });
            return true;
        } catch (UnableToExecuteStatementException e) {
            if (Duplicates.caused(e)) {
                return false;
            }
            throw e;
        }
    }

    /** How many people's keys there are. */
    long total() {
        return keys.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM vault_key WHERE wrapped IS NOT NULL")
                .mapTo(Long.class)
                .one());
    }

    /** How many of them are not wrapped with this generation yet. */
    long left(int generation) {
        return keys.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM vault_key WHERE " + NOT_YET)
                .bind("generation", generation)
                .mapTo(Long.class)
                .one());
    }

    /** A page of those, by person. */
    List<WrappedKey> page(int generation, Optional<PersonId> after, int limit) {
        return keys.withHandle(handle -> handle.createQuery("SELECT person, wrapped, generation FROM vault_key WHERE "
                        + NOT_YET + " AND person > :after ORDER BY person FETCH FIRST " + limit + " ROWS ONLY")
                .bind("generation", generation)
                .bind("after", after.map(PersonId::toString).orElse(""))
                .map((row, context) -> WrappedKey.of(row))
                .list());
    }

    /** Writes keys that were wrapped anew, all or none. One that was destroyed meanwhile stays so. */
    void rewrap(int generation, Map<PersonId, byte[]> rewrapped) {
        if (rewrapped.isEmpty()) {
            return;
        }
        keys.useTransaction(handle -> {
            try (PreparedBatch batch = handle.prepareBatch("UPDATE vault_key SET wrapped = :wrapped,"
                    + " generation = :generation WHERE person = :person AND " + NOT_YET)) {
                rewrapped.forEach((person, wrapped) -> batch.bind("wrapped", wrapped)
                        .bind("generation", generation)
                        .bind("person", person.toString())
                        .add());
                batch.execute();
            }
            handle.execute(
                    "UPDATE vault_key_rotation SET rewrapped = rewrapped + ? WHERE generation = ?",
                    rewrapped.size(),
                    generation);
        });
    }

    /**
     * Takes every other master key out of use.
     *
     * @return false where a person's key is still wrapped with one of them: an enrolment came between
     */
    boolean retireAllBut(int generation, String print) {
        if (left(generation) > 0) {
            return false;
        }
        try {
            keys.useTransaction(handle -> {
                // A destroyed key is wrapped with nothing, whoever destroyed it.
                handle.execute(
                        "UPDATE vault_key SET generation = NULL WHERE wrapped IS NULL AND generation IS NOT NULL");
                handle.execute("DELETE FROM vault_master_key WHERE generation <> ?", generation);
                handle.execute("UPDATE vault_key_store SET master_print = ? WHERE slot = 1", print);
                handle.execute(
                        "UPDATE vault_key_rotation SET ended_at = ? WHERE generation = ? AND ended_at IS NULL",
                        System.currentTimeMillis(),
                        generation);
            });
            return true;
        } catch (UnableToExecuteStatementException e) {
            if (Duplicates.causedByReference(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Every replacement, newest first. */
    List<Rotation> rotations() {
        return keys.withHandle(handle -> handle.createQuery("SELECT generation, print, begun_at, begun_by, reason,"
                        + " rewrapped, ended_at FROM vault_key_rotation ORDER BY generation DESC")
                .map((row, context) -> new Rotation(
                        row.getInt("generation"),
                        row.getString("print"),
                        Instant.ofEpochMilli(row.getLong("begun_at")),
                        row.getString("begun_by"),
                        row.getString("reason"),
                        row.getLong("rewrapped"),
                        Optional.ofNullable(row.getObject("ended_at", Long.class))
                                .map(Instant::ofEpochMilli)))
                .list());
    }
}
