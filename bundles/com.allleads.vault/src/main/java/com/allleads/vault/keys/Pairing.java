package com.allleads.vault.keys;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Which data, key store and key files belong together, written down in both databases at the first start. Keys that stand
 * beside the data of another installation would be swept as orphans; so the vault does not start with them.
 */
final class Pairing {

    private final Jdbi data;
    private final Jdbi keys;

    Pairing(Jdbi data, Jdbi keys) {
        this.data = data;
        this.keys = keys;
    }

    /**
     * Compares both databases.
     *
     * @return the prints of the key files that the key store knows; empty at the first start
     * @throws IllegalStateException where they do not belong together; the message names the fix
     */
    Optional<Prints> check() {
        Optional<String> origin = origin();
        Optional<Row> row = row();
        if (row.isEmpty() && any(data, "SELECT person FROM vault_person WHERE erased_at IS NULL")) {
            throw new IllegalStateException("the key store (data source allleads-keys) is empty, but there are people"
                    + " whose keys were in it: restore it from its backup, or correct"
                    + " etc/org.ops4j.datasource-allleads-keys.cfg");
        }
        if (row.isPresent() && origin.isEmpty() && any(keys, "SELECT person FROM vault_key")) {
            throw new IllegalStateException("the data source allleads is empty, but the key store has keys of people:"
                    + " restore the data from its backup, or correct etc/org.ops4j.datasource-allleads.cfg");
        }
        if (row.isPresent() && origin.isPresent()) {
            refuseStrangers(origin.get(), row.get());
        }
        return row.map(Row::prints);
    }

    /** Writes down what belongs together; where another node was faster, makes sure that it wrote the same. */
    void pair(Prints prints) {
        String fresh = row().map(Row::origin).orElseGet(() -> UUID.randomUUID().toString());
        insertOnce(data, "INSERT INTO vault_origin (slot, origin) VALUES (1, ?)", fresh);
        String origin = origin().orElseThrow();
        insertOnce(
                keys,
                "INSERT INTO vault_key_store (slot, origin, master_print, lookup_print) VALUES (1, ?, ?, ?)",
                origin,
                prints.master(),
                prints.lookup());
        insertOnce(
                keys,
                "INSERT INTO vault_master_key (generation, print) SELECT 1, master_print FROM vault_key_store"
                        + " WHERE NOT EXISTS (SELECT 1 FROM vault_master_key)");
        Row written = row().orElseThrow();
        refuseStrangers(origin, written);
        if (!written.prints().equals(prints)) {
            throw new IllegalStateException("another node started first and made other key files: give each node the"
                    + " same files in secrets/");
        }
    }

    private static void refuseStrangers(String origin, Row row) {
        if (!row.origin().equals(origin)) {
            throw new IllegalStateException("the data sources allleads and allleads-keys belong to two different"
                    + " installations: correct etc/org.ops4j.datasource-allleads.cfg or"
                    + " etc/org.ops4j.datasource-allleads-keys.cfg");
        }
    }

    private static boolean any(Jdbi jdbi, String query) {
        return jdbi.withHandle(handle -> handle.createQuery(query + " FETCH FIRST 1 ROWS ONLY")
                .mapTo(String.class)
                .findOne()
                .isPresent());
    }

    private static void insertOnce(Jdbi jdbi, String insert, Object... values) {
        try {
            jdbi.useHandle(handle -> handle.execute(insert, values));
        } catch (UnableToExecuteStatementException e) {
            if (!Duplicates.caused(e)) {
                throw e;
            }
        }
    }

    private Optional<String> origin() {
        return data.withHandle(handle -> handle.createQuery("SELECT origin FROM vault_origin WHERE slot = 1")
                .mapTo(String.class)
                .findOne());
    }

    private Optional<Row> row() {
        return keys.withHandle(handle -> handle.createQuery(
                        "SELECT origin, master_print, lookup_print FROM vault_key_store WHERE slot = 1")
                .map((row, context) -> new Row(
                        row.getString("origin"),
                        new Prints(row.getString("master_print"), row.getString("lookup_print"))))
                .findOne());
    }

    /**
     * Tells key files apart.
     *
     * @param master of the master key
     * @param lookup of the look-up key
     */
    record Prints(String master, String lookup) {}

    private record Row(String origin, Prints prints) {}
}
