package com.allleads.catalog;

import com.allleads.store.testing.StoreRule;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import org.apache.aries.jpa.template.EmConsumer;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;

/** The bundle's own persistence unit on the test's database, in the JTA transactions of the store. */
final class JpaOnStore implements JpaTemplate {

    private final StoreRule store;
    private final EntityManagerFactory factory;

    JpaOnStore(StoreRule store) {
        this.store = store;
        this.factory = Persistence.createEntityManagerFactory(
                "catalog",
                Map.of(
                        "javax.persistence.jtaDataSource",
                        store.dataSource(),
                        "hibernate.transaction.jta.platform",
                        new TestJtaPlatform(store.transactionManager())));
    }

    @Override
    public <R> R txExpr(TransactionType type, EmFunction<R> code) {
        return store.transactions().required(() -> {
            EntityManager em = factory.createEntityManager();
            try {
                R result = code.apply(em);
                em.flush();
                return result;
            } finally {
                em.close();
            }
        });
    }

    @Override
    public void tx(TransactionType type, EmConsumer code) {
        txExpr(type, em -> {
            code.accept(em);
            return null;
        });
    }

    @Override
    public <R> R txExpr(EmFunction<R> code) {
        return txExpr(TransactionType.Required, code);
    }

    @Override
    public void tx(EmConsumer code) {
        tx(TransactionType.Required, code);
    }
}
