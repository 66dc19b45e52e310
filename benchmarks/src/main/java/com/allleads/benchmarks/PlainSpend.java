package com.allleads.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/**
 * The reference: a spend as one would write it by hand, a commit each. A balance is lowered where it is enough, and a
 * transaction with two entries is written. The same as spend.sql, for databases that pgbench does not know.
 */
final class PlainSpend {

    private static final int WALLETS = 10_000;

    private final ThreadLocal<Spender> spenders;

    PlainSpend(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE plain_wallet (id INT PRIMARY KEY, balance BIGINT NOT NULL,"
                    + " version BIGINT NOT NULL)");
            statement.execute("CREATE TABLE plain_tx (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                    + " wallet INT NOT NULL, amount BIGINT NOT NULL, made_at TIMESTAMP NOT NULL)");
            statement.execute("CREATE TABLE plain_entry (tx BIGINT NOT NULL, leg SMALLINT NOT NULL,"
                    + " account INT NOT NULL, amount BIGINT NOT NULL, PRIMARY KEY (tx, leg))");
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO plain_wallet VALUES (?, 1000000000, 0)")) {
                for (int i = 0; i < WALLETS; i++) {
                    insert.setInt(1, i);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
        }
        spenders = ThreadLocal.withInitial(() -> new Spender(dataSource));
    }

    void spend() {
        spenders.get().spend(ThreadLocalRandom.current().nextInt(WALLETS));
    }

    /** A connection with its statements, for one thread. */
    private static final class Spender {

        private final Connection connection;
        private final PreparedStatement take;
        private final PreparedStatement transaction;
        private final PreparedStatement entry;

        Spender(DataSource dataSource) {
            try {
                connection = dataSource.getConnection();
                connection.setAutoCommit(false);
                take = connection.prepareStatement("UPDATE plain_wallet SET balance = balance - 1,"
                        + " version = version + 1 WHERE id = ? AND balance >= 1");
                transaction = connection.prepareStatement(
                        "INSERT INTO plain_tx (wallet, amount, made_at) VALUES (?, 1, CURRENT_TIMESTAMP)",
                        Statement.RETURN_GENERATED_KEYS);
                entry = connection.prepareStatement("INSERT INTO plain_entry VALUES (?, ?, ?, ?)");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        void spend(int wallet) {
            try {
                while (!spent(wallet)) {
                    connection.rollback();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** False where Derby was too busy with the numbers of the table, so that it has to be tried again. */
        private boolean spent(int wallet) throws SQLException {
            try {
                take.setInt(1, wallet);
                if (take.executeUpdate() != 1) {
                    throw new IllegalStateException("the balance is too small");
                }
                transaction.setInt(1, wallet);
                transaction.executeUpdate();
                long number = number();
                insert(number, 0, wallet, -1);
                insert(number, 1, -1, 1);
                connection.commit();
                return true;
            } catch (SQLTransactionRollbackException e) {
                return false;
            }
        }

        private long number() throws SQLException {
            try (ResultSet key = transaction.getGeneratedKeys()) {
                key.next();
                return key.getLong(1);
            }
        }

        private void insert(long number, int leg, int account, long amount) throws SQLException {
            entry.setLong(1, number);
            entry.setInt(2, leg);
            entry.setInt(3, account);
            entry.setLong(4, amount);
            entry.executeUpdate();
        }
    }
}
