package com.allleads.store.transactions;

import java.sql.SQLException;
import javax.transaction.Status;
import javax.transaction.SystemException;
import javax.transaction.TransactionManager;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Lets a transaction in which a statement failed only roll back. PostgreSQL gives it up at that moment, and then answers its
 * commit as if nothing had happened; Derby would go on. So both do the same, and no test on one hides a loss on the other.
 */
final class DoomOnFailure implements SqlLogger {

    private final TransactionManager manager;

    DoomOnFailure(TransactionManager manager) {
        this.manager = manager;
    }

    @Override
    public void logException(StatementContext context, SQLException failure) {
        try {
            if (manager.getStatus() == Status.STATUS_ACTIVE) {
                manager.setRollbackOnly();
            }
        } catch (SystemException e) {
            failure.addSuppressed(e);
        }
    }
}
