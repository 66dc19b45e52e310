package com.allleads.api.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * Binds the parameters of a statement one after the other: single values, and of many rows each column as an array, as PostgreSQL's
 * {@code unnest} takes them. As safe for threads as the statement.
 */
public final class Parameters {

    private final PreparedStatement statement;
    private int bound;

    /** Begins with the first parameter of a statement, which the caller executes and closes. */
    public Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    /** Binds the next one. */
    public void add(Object value) throws SQLException {
        bound++;
        statement.setObject(bound, value);
    }

    /** Binds a column of numbers as the next one. */
    public <T> void longs(Collection<T> rows, ToLongFunction<T> value) throws SQLException {
        add(rows.stream().mapToLong(value).toArray());
    }

    /** Binds a column of small numbers as the next one. */
    public <T> void ints(Collection<T> rows, ToIntFunction<T> value) throws SQLException {
        add(rows.stream().mapToInt(value).toArray());
    }

    /** Binds a column of texts as the next one; null where a row has none. */
    public <T> void texts(Collection<T> rows, Function<T, String> value) throws SQLException {
        add(rows.stream().map(value).toArray(String[]::new));
    }
}
