package com.allleads.billing.ledger;

import com.allleads.store.testing.StoreRule;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes batches as the group commit does, each in a database transaction of its own. */
final class OwnTransactions {

    private final StoreRule store;

    OwnTransactions(StoreRule store) {
        this.store = store;
    }

    List<PostingAnswer> write(LedgerBatch writer, Posting... postings) throws SQLException {
        try (Connection connection = begin()) {
            try {
                List<PostingAnswer> answers = writer.write(connection, List.of(postings));
                connection.commit();
                return answers;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    /** For whoever commits later, or never. */
    Connection begin() throws SQLException {
        Connection connection = store.dataSource().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }
}
