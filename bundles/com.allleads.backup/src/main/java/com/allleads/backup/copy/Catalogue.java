package com.allleads.backup.copy;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The tables of a database: those with the site's data, and the history of changes by which the store knows their version. The
 * latter describe the database that they are in and are never copied into another one.
 */
public final class Catalogue {

    private static final Pattern HISTORY = Pattern.compile("[a-z_0-9]*changelog");
    private static final Pattern OWN = Pattern.compile("store_schema|[a-z_0-9]*changelog(lock)?");

    private final Connection connection;
    private final String schema;
    private final Map<String, String> names = new TreeMap<>();
    private final Map<String, String> histories = new TreeMap<>();

    private Catalogue(Connection connection) throws SQLException {
        this.connection = connection;
        this.schema = connection.getSchema();
    }

    /** Reads the names of the tables in the schema that the connection works in. */
    public static Catalogue read(Connection connection) throws SQLException {
        Catalogue catalogue = new Catalogue(connection);
        try (ResultSet tables =
                connection.getMetaData().getTables(null, catalogue.pattern(), "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                if (catalogue.isHere(tables)) {
                    catalogue.add(tables.getString("TABLE_NAME"));
                }
            }
        }
        return catalogue;
    }

    private void add(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        if (HISTORY.matcher(small).matches()) {
            histories.put(small, name);
        }
        if (!OWN.matcher(small).matches()) {
            names.put(small, name);
        }
    }

    /** Describes each table with data, each behind those that it refers to. */
    public List<Table> tables() throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (String name : ordered()) {
            tables.add(new Table(name, columns(names.get(name)), key(names.get(name))));
        }
        return tables;
    }

    private Set<String> ordered() throws SQLException {
        Map<String, Set<String>> referredTo = new TreeMap<>();
        for (Map.Entry<String, String> name : names.entrySet()) {
            Set<String> others = new TreeSet<>();
            try (ResultSet keys = connection.getMetaData().getImportedKeys(null, schema, name.getValue())) {
                while (keys.next()) {
                    others.add(keys.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
                }
            }
            referredTo.put(name.getKey(), others);
        }
        Set<String> ordered = new LinkedHashSet<>();
        referredTo.keySet().forEach(name -> place(name, referredTo, ordered, new HashSet<>()));
        return ordered;
    }

    private static void place(
            String name, Map<String, Set<String>> referredTo, Set<String> placed, Set<String> underWay) {
        if (referredTo.containsKey(name) && underWay.add(name)) {
            referredTo.get(name).forEach(other -> place(other, referredTo, placed, underWay));
            placed.add(name);
        }
    }

    /** Which changes were applied, by history. */
    public Map<String, List<String>> changes() throws SQLException {
        Map<String, List<String>> changes = new TreeMap<>();
        for (Map.Entry<String, String> history : histories.entrySet()) {
            TreeSet<String> ids = new TreeSet<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "SELECT " + quoted("id") + " FROM " + qualified(history.getValue()))) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            changes.put(history.getKey(), List.copyOf(ids));
        }
        return changes;
    }

    /**
     * The name of each table with data in a statement, each behind those that it refers to. Where there are just those that a
     * backup has, in its order: to ask Derby for it takes seconds, in which the site is closed.
     */
    List<String> qualified(List<Table> known) throws SQLException {
        Set<String> ordered =
                new LinkedHashSet<>(known.stream().map(Table::name).toList());
        if (!ordered.equals(names.keySet())) {
            ordered = ordered();
        }
        List<String> qualified = new ArrayList<>();
        for (String name : ordered) {
            qualified.add(qualified(names.get(name)));
        }
        return qualified;
    }

    /** A table's name in a statement. */
    String qualified(Table table) {
        return qualified(names.get(table.name()));
    }

    /** A column's name in a statement. */
    String quoted(String column) {
        return '"' + (upper() ? column.toUpperCase(Locale.ROOT) : column) + '"';
    }

    boolean has(Table table) {
        return names.containsKey(table.name());
    }

    /** Derby writes names in capitals where nobody quoted them, PostgreSQL in small letters. */
    private boolean upper() {
        return schema.equals(schema.toUpperCase(Locale.ROOT));
    }

    private String qualified(String name) {
        return '"' + schema + "\".\"" + name + '"';
    }

    private String pattern() throws SQLException {
        String escape = connection.getMetaData().getSearchStringEscape();
        return schema.replace("_", escape + "_");
    }

    private boolean isHere(ResultSet row) throws SQLException {
        return schema.equals(row.getString("TABLE_SCHEM"));
    }

    private List<Column> columns(String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        DatabaseMetaData metadata = connection.getMetaData();
        try (ResultSet rows = metadata.getColumns(null, pattern(), escaped(table), "%")) {
            while (rows.next()) {
                if (isHere(rows) && table.equals(rows.getString("TABLE_NAME"))) {
                    int type = rows.getInt("DATA_TYPE");
                    String name = rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                    columns.add(new Column(
                            name,
                            Kind.of(type, table + "." + name),
                            rows.getInt("COLUMN_SIZE"),
                            type == Types.CHAR,
                            rows.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls,
                            "YES".equals(rows.getString("IS_AUTOINCREMENT"))));
                }
            }
        }
        return columns;
    }

    private List<String> key(String table) throws SQLException {
        Map<Short, String> key = new TreeMap<>();
        try (ResultSet rows = connection.getMetaData().getPrimaryKeys(null, schema, table)) {
            while (rows.next()) {
                key.put(rows.getShort("KEY_SEQ"), rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return List.copyOf(key.values());
    }

    private String escaped(String table) throws SQLException {
        return table.replace("_", connection.getMetaData().getSearchStringEscape() + "_");
    }
}
