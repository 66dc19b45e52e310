package com.allleads.backup.copy;

import java.util.List;
import java.util.Map;

/**
 * What is in a backup. The first part stands before the rows, what they come to behind them.
 *
 * @param contents of which database it is
 * @param madeAt when the copy was current, in milliseconds since 1970
 * @param version of the site
 * @param database from which product
 * @param changes which changes of tables were applied, by history
 * @param tables the tables
 */
public record Manifest(
        Contents contents,
        long madeAt,
        String version,
        String database,
        Map<String, List<String>> changes,
        List<Table> tables) {

    /** Copies the lists. */
    public Manifest {
        changes = Map.copyOf(changes);
        tables = List.copyOf(tables);
    }
}
