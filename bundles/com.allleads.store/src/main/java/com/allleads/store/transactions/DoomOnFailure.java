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
 *
 * <p>But for a violated constraint on Derby, which undoes that statement alone: without {@code ON CONFLICT} it is the only way
 * to insert unless there.
 */
final class DoomOnFailure implements SqlLogger {

    private static final String CONSTRAINT_VIOLATED = "23";
    private static final String DERBY = "Apache Derby";

    private final TransactionManager manager;

    DoomOnFailure(TransactionManager manager) {
        this.manager = manager;
    }

    @Override
    public void logException(StatementContext context, SQLException failure) {
        try {
            if (manager.getStatus() == Status.STATUS_ACTIVE && !isForgiven(context, failure)) {
                manager.setRollbackOnly();
            }
        } catch (SystemException e) {
            failure.addSuppressed(e);
        }
    }

    private static boolean isForgiven(StatementContext context, SQLException failure) {
        try {
            return failure.getSQLState() != null
                    && failure.getSQLState().startsWith(CONSTRAINT_VIOLATED)
                    && context.getConnection()
                            .getMetaData()
                            .getDatabaseProductName()
                            .equals(DERBY);
        } catch (SQLException unknown) {
            return false;
        }
    }
}
