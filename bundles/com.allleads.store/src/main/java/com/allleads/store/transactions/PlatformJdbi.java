package com.allleads.store.transactions;

import javax.sql.DataSource;
import javax.transaction.TransactionManager;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;

/** JDBI as every capability gets it. */
public final class PlatformJdbi {

    private PlatformJdbi() {}

    /**
     * On a data source that joins the JTA transaction of the thread; outside of one each statement commits by itself. A
     * statement that fails inside of one dooms it.
     */
    public static Jdbi joining(DataSource dataSource, TransactionManager manager) {
        Jdbi jdbi = plain(dataSource);
        jdbi.setTransactionHandler(new CMTTransactionHandler());
        jdbi.setSqlLogger(new DoomOnFailure(manager));
        // A handle is closed long before the transaction ends that it took part in.
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        return jdbi;
    }

    /** On a data source of its own: JDBI's own transactions work, and no other takes part in them. */
    public static Jdbi plain(DataSource dataSource) {
        Jdbi jdbi = Jdbi.create(dataSource);
        // Bound values are personal data, and exceptions end in logs.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi;
    }
}
