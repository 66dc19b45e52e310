package com.allleads.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.store.testing.StoreRule;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.Rule;
import org.junit.Test;

/** The pool as the platform has it. */
public class PoolTest {

    private static final int OTHERS = 300;

    @Rule
    public final StoreRule store = new StoreRule();

    /** A cache of the pool's own would close the statement that was used least, also while its rows are being read. */
    @Test
    public void closesNoStatementWhoseRowsAreBeingReadHoweverManyOthersAreUsed() throws Exception {
        try (Connection connection = store.dataSource().getConnection()) {
            for (int other = 0; other < OTHERS; other++) {
                use(connection, "VALUES " + other);
                use(connection, "VALUES " + other);
            }

            try (PreparedStatement read = connection.prepareStatement("VALUES 'a', 'b'");
                    ResultSet row = read.executeQuery()) {
                assertThat(row.next()).isTrue();
                use(connection, "VALUES 'another'");
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("b");
            }
        }
    }

    private static void use(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            assertThat(row.next()).isTrue();
        }
    }
}
