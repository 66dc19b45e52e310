package com.allleads.billing.ledger;

import com.allleads.api.store.Committer;
import com.allleads.api.store.GroupCommit;
import com.allleads.billing.Uniqueness;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The ledger's one way in. Postings of many callers are written in one database transaction; refused inside a JTA transaction,
 * see {@link Committer}.
 */
@Component(service = Ledger.class)
public final class Ledger {

    private static final String CHAIN = "main";

    private final Jdbi jdbi;
    private final Committer<Posting, PostingAnswer> committer;

    @Activate
    public Ledger(@Reference(target = "(schema=com.allleads.billing)") Jdbi jdbi, @Reference GroupCommit groupCommit) {
        this(jdbi, groupCommit, Clock.systemUTC());
    }

    /** A ledger with a clock of its own. */
    public Ledger(Jdbi jdbi, GroupCommit groupCommit, Clock clock) {
        this.jdbi = jdbi;
        beginChain();
        this.committer = groupCommit.open("billing-ledger", new LedgerBatch(CHAIN, clock));
    }

    /** Writes what is queued, then refuses more. */
    @Deactivate
    public void close() {
        committer.close();
    }

    /**
     * Posts a transaction.
     *
     * @return what became of it, durable
     * @throws com.allleads.api.store.StoreException where it is not known whether it was posted: try again
     */
    public PostingAnswer post(Posting posting) {
        return committer.commit(posting);
    }

    /** Whether there is a transaction with this reference. */
    public boolean knows(String reference) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT id FROM billing_transaction WHERE reference = :reference")
                        .bind("reference", reference)
                        .mapTo(Long.class)
                        .findOne()
                        .isPresent());
    }

    private void beginChain() {
        boolean begun = jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM billing_chain WHERE name = :name")
                .bind("name", CHAIN)
                .mapTo(Long.class)
                .findOne()
                .isPresent());
        if (begun) {
            return;
        }
        try {
            jdbi.useHandle(handle -> handle.createUpdate(
                            "INSERT INTO billing_chain (name, links, head) VALUES (:name, 0, :head)")
                    .bind("name", CHAIN)
                    .bind("head", LinkHash.BEGINNING)
                    .execute());
        } catch (JdbiException e) {
            // Where another node began it at the same moment, that is as good.
            if (!Uniqueness.violatedBy(e)) {
                throw e;
            }
        }
    }
}
