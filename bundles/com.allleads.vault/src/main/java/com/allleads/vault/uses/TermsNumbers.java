package com.allleads.vault.uses;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers by which uses name their terms. A number that is found or given within a batch holds as long as the chain ends where
 * that batch left it; so whoever writes has to {@link #forget} them once it ends elsewhere, as after a batch that was taken back,
 * or when a backup was restored. Two nodes may give the same terms two numbers. For one thread.
 */
final class TermsNumbers {

    /** A site has hundreds; beyond it they are looked for again. */
    private static final int MOST = 10_000;

    private static final String FIND = "SELECT MIN(t.id) FROM vault_use_terms t WHERE t.recipient_name = ?"
            + " AND t.purpose = ? AND t.fields = ? AND t.basis = ? AND t.recipient_kind = ?";

    private static final String GIVE = "INSERT INTO vault_use_terms (recipient_name, purpose, fields, basis,"
            + " recipient_kind) VALUES (?, ?, ?, ?, ?)";

    private final Map<Terms, Integer> known = new HashMap<>();

    /** The number of the terms of each use, in their order; terms that have none get one, in the connection's transaction. */
    int[] of(Connection connection, List<RecordedUse> uses) throws SQLException {
        if (known.size() > MOST) {
            forget();
        }
        int[] numbers = new int[uses.size()];
        for (int place = 0; place < numbers.length; place++) {
            numbers[place] = of(connection, uses.get(place).terms());
        }
        return numbers;
    }

    /** Looks for all of them again. */
    void forget() {
        known.clear();
    }

    private int of(Connection connection, Terms terms) throws SQLException {
        Integer remembered = known.get(terms);
        if (remembered != null) {
            return remembered;
        }
        Optional<Integer> found = find(connection, terms);
        int number = found.isPresent() ? found.get() : give(connection, terms);
        known.put(terms, number);
        return number;
    }

    private static Optional<Integer> find(Connection connection, Terms terms) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            bind(select, terms);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                int number = row.getInt(1);
                return row.wasNull() ? Optional.empty() : Optional.of(number);
            }
        }
    }

    private static int give(Connection connection, Terms terms) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(GIVE, Statement.RETURN_GENERATED_KEYS)) {
            bind(insert, terms);
            insert.executeUpdate();
            try (ResultSet key = insert.getGeneratedKeys()) {
                key.next();
                return key.getInt(1);
            }
        }
    }

    private static void bind(PreparedStatement statement, Terms terms) throws SQLException {
        statement.setString(1, terms.recipientName());
        statement.setString(2, terms.purpose());
        statement.setString(3, terms.fields());
        statement.setString(4, terms.basis());
        statement.setString(5, terms.recipientKind());
    }
}
