package com.allleads.api.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.support.table.ShellTable;

/**
 * What a console command answers: a table for people, or with {@code --json} an array of objects with the same columns.
 * Not safe for use by several threads.
 */
public final class Listing {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> columns;
    private final List<List<Object>> rows = new ArrayList<>();

    private Listing(List<String> columns) {
        this.columns = columns;
    }

    /** A listing with these columns, named as in the JSON. */
    public static Listing of(String... columns) {
        return new Listing(List.of(columns));
    }

    /** Adds a row: as many values as there are columns; null is shown as an empty cell. */
    public Listing row(Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException("as many values as columns: " + columns);
        }
        List<Object> row = new ArrayList<>();
        for (Object value : values) {
            row.add(value);
        }
        rows.add(row);
        return this;
    }

    /**
     * Prints the listing.
     *
     * @param out the console
     * @param json whether as JSON
     * @param empty what to tell people where there is no row
     */
    public void print(PrintStream out, boolean json, String empty) {
        if (json) {
            out.println(asJson());
            return;
        }
        ShellTable table = new ShellTable().emptyTableText(empty);
        columns.forEach(table::column);
        for (List<Object> row : rows) {
            table.addRow()
                    .addContent(row.stream()
                            .map(value -> value == null ? "" : value.toString())
                            .toArray());
        }
        table.print(out);
    }

    private String asJson() {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (List<Object> row : rows) {
            Map<String, Object> object = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                object.put(columns.get(i), plain(row.get(i)));
            }
            objects.add(object);
        }
        try {
            return JSON.writeValueAsString(objects);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("plain values always have a JSON form", impossible);
        }
    }

    private static Object plain(Object value) {
        boolean known = value == null
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Map
                || value instanceof Iterable;
        return known ? value : value.toString();
    }
}
