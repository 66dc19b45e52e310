package com.allleads.billing.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.ToLongFunction;

/** How many accounts are written back: only where each is still as it was read. */
enum AccountUpdate {

    /** A statement for each; what every database understands. */
    ONE_BY_ONE {
        @Override
        int changed(Connection connection, List<Long> accounts, List<AccountState> states) throws SQLException {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE billing_account SET balance = ?, changes = ? WHERE id = ? AND changes = ? AND balance = ?")) {
                for (int i = 0; i < accounts.size(); i++) {
                    AccountState state = states.get(i);
                    update.setLong(1, state.balance());
                    update.setLong(2, state.changes());
                    update.setLong(3, accounts.get(i));
                    update.setLong(4, state.storedChanges());
                    update.setLong(5, state.storedBalance());
                    update.addBatch();
                }
                int changed = 0;
                for (int count : update.executeBatch()) {
                    changed += count;
                }
                return changed;
            }
        }
    },

    /** All with one statement, which costs PostgreSQL a third. */
    AS_A_SET {
        @Override
        int changed(Connection connection, List<Long> accounts, List<AccountState> states) throws SQLException {
            try (PreparedStatement update = connection.prepareStatement("UPDATE billing_account a"
                    + " SET balance = new.balance, changes = new.changes"
                    + " FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])"
                    + " AS new (id, balance, changes, stored_balance, stored_changes)"
                    + " WHERE a.id = new.id AND a.changes = new.stored_changes AND a.balance = new.stored_balance")) {
                update.setObject(1, accounts.stream().mapToLong(Long::longValue).toArray());
                update.setObject(2, each(states, AccountState::balance));
                update.setObject(3, each(states, AccountState::changes));
                update.setObject(4, each(states, AccountState::storedBalance));
                update.setObject(5, each(states, AccountState::storedChanges));
                return update.executeUpdate();
            }
        }
    };

    /** The one for a database. */
    static AccountUpdate in(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? AS_A_SET : ONE_BY_ONE;
    }

    /**
     * Writes accounts back.
     *
     * @throws SQLException also where one is not as it was read
     */
    final void write(Connection connection, List<Long> accounts, List<AccountState> states) throws SQLException {
        if (changed(connection, accounts, states) != accounts.size()) {
            throw new SQLException("an account was changed by another writer in between");
        }
    }

    abstract int changed(Connection connection, List<Long> accounts, List<AccountState> states) throws SQLException;

    private static long[] each(List<AccountState> states, ToLongFunction<AccountState> value) {
        return states.stream().mapToLong(value).toArray();
    }
}
