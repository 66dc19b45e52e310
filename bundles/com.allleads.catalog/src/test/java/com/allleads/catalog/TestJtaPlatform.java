package com.allleads.catalog;

import javax.transaction.TransactionManager;
import javax.transaction.UserTransaction;
import org.hibernate.engine.transaction.jta.platform.internal.AbstractJtaPlatform;

/** Tells Hibernate of the store's transaction manager. */
final class TestJtaPlatform extends AbstractJtaPlatform {

    private static final long serialVersionUID = 1L;

    private final transient TransactionManager manager;

    TestJtaPlatform(TransactionManager manager) {
        this.manager = manager;
    }

    @Override
    protected TransactionManager locateTransactionManager() {
        return manager;
    }

    @Override
    protected UserTransaction locateUserTransaction() {
        throw new UnsupportedOperationException("only the transaction manager is used");
    }
}
