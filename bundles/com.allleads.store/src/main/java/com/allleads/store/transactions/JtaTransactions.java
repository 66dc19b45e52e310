package com.allleads.store.transactions;

import com.allleads.api.store.StoreException;
import com.allleads.api.store.Transactions;
import java.util.function.Supplier;
import javax.transaction.HeuristicMixedException;
import javax.transaction.HeuristicRollbackException;
import javax.transaction.NotSupportedException;
import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.SystemException;
import javax.transaction.Transaction;
import javax.transaction.TransactionManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work in the container's JTA transactions. */
@Component(service = Transactions.class)
public final class JtaTransactions implements Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(JtaTransactions.class);

    private final TransactionManager manager;

    /** Uses the container's transaction manager. */
    @Activate
    public JtaTransactions(@Reference TransactionManager manager) {
        this.manager = manager;
    }

    @Override
    public <T> T required(Supplier<T> work) {
        return switch (status()) {
            case Status.STATUS_NO_TRANSACTION -> inNew(work);
            case Status.STATUS_ACTIVE -> inPresent(work);
            // The pool would give a connection that commits each statement by itself.
            default ->
                throw new IllegalStateException(
                        "the transaction under way is rolled back or ending; nothing more can be done in it");
        };
    }

    @Override
    public boolean active() {
        return status() != Status.STATUS_NO_TRANSACTION;
    }

    @Override
    public void afterwards(Runnable work) {
        Transaction current = current();
        if (current == null) {
            Afterwards.run(work);
            return;
        }
        try {
            current.registerSynchronization(new Afterwards(work));
        } catch (RollbackException | IllegalStateException e) {
            LOG.debug("A transaction is ending already", e);
            Afterwards.run(work);
        } catch (SystemException e) {
            throw new StoreException("the transaction under way is unknown", e);
        }
    }

    private <T> T inPresent(Supplier<T> work) {
        try {
            return work.get();
        } catch (Throwable e) {
            // So that an outer caller who swallows the exception cannot commit half of it.
            markForRollback();
            throw e;
        }
    }

    private <T> T inNew(Supplier<T> work) {
        Transaction own = begin();
        T result;
        try {
            result = work.get();
            if (!own.equals(current())) {
                throw new IllegalStateException("the work ended or left the transaction that it was given");
            }
        } catch (Throwable e) {
            rollBack(own, e);
            throw e;
        }
        commit();
        return result;
    }

    private Transaction begin() {
        try {
            manager.begin();
            return manager.getTransaction();
        } catch (NotSupportedException | SystemException e) {
            throw new StoreException("no transaction could be begun", e);
        }
    }

    private void commit() {
        try {
            manager.commit();
        } catch (RollbackException | HeuristicRollbackException e) {
            throw new StoreException("the transaction was rolled back", e);
        } catch (HeuristicMixedException | SystemException | RuntimeException e) {
            throw new StoreException("the transaction could not be committed", e);
        } finally {
            letGo();
        }
    }

    /** Rolls back without hiding why. */
    private void rollBack(Transaction own, Throwable why) {
        try {
            if (own.equals(current())) {
                manager.rollback();
            } else if (own.getStatus() == Status.STATUS_ACTIVE || own.getStatus() == Status.STATUS_MARKED_ROLLBACK) {
                own.rollback();
            }
        } catch (SystemException | RuntimeException e) {
            why.addSuppressed(e);
        } finally {
            letGo();
        }
    }

    private void markForRollback() {
        try {
            manager.setRollbackOnly();
        } catch (SystemException | IllegalStateException e) {
            LOG.warn("A transaction could not be marked for rollback", e);
        }
    }

    /** The thread goes back to a pool; the next to use it must not find a transaction that failed to end. */
    private void letGo() {
        try {
            if (manager.getStatus() != Status.STATUS_NO_TRANSACTION) {
                manager.suspend();
            }
        } catch (SystemException e) {
            LOG.warn("A transaction that did not end is still on its thread", e);
        }
    }

    private Transaction current() {
        try {
            return manager.getTransaction();
        } catch (SystemException e) {
            throw new StoreException("the transaction under way is unknown", e);
        }
    }

    private int status() {
        try {
            return manager.getStatus();
        } catch (SystemException e) {
            throw new StoreException("the transaction under way is unknown", e);
        }
    }
}
