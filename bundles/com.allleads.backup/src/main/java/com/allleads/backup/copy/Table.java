package com.allleads.backup.copy;

import java.util.List;

/**
 * A table as it is described in a backup.
 *
 * @param name in small letters
 * @param columns in their order
 * @param key the columns of its primary key, in small letters
 */
public record Table(String name, List<Column> columns, List<String> key) {

    /** Copies the lists. */
    public Table {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }
}
