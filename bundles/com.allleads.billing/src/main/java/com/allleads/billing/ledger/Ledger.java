package com.allleads.billing.ledger;

import com.allleads.api.store.Committer;
import com.allleads.api.store.GroupCommit;
import com.allleads.billing.Uniqueness;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
        this.committer = groupCommit.open("billing-ledger", new LedgerBatch(Chain.MAIN, clock));
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

    /** The data of the transaction with this reference. */
    public Optional<String> data(String reference) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT data FROM billing_transaction WHERE reference = :reference")
                        .bind("reference", reference)
                        .mapTo(String.class)
                        .findOne());
    }

    /** A transaction by its number. */
    public Optional<Recorded> find(long number) {
        return jdbi.withHandle(handle -> {
            Map<AccountName, Long> moves = new LinkedHashMap<>();
            handle.createQuery("SELECT a.kind, a.holder, e.amount FROM billing_entry e"
                            + " JOIN billing_account a ON a.id = e.account WHERE e.transaction_id = :id ORDER BY e.leg")
                    .bind("id", number)
                    .map((row, context) -> moves.put(
                            new AccountName(AccountKind.valueOf(row.getString("kind")), row.getString("holder")),
                            row.getLong("amount")))
                    .list();
            return handle.createQuery("SELECT kind FROM billing_transaction WHERE id = :id")
                    .bind("id", number)
                    .mapTo(String.class)
                    .findOne()
                    .map(kind -> new Recorded(TransactionKind.valueOf(kind), moves));
        });
    }

    private void beginChain() {
        boolean begun = jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM billing_chain WHERE name = :name")
                .bind("name", Chain.MAIN)
                .mapTo(Long.class)
                .findOne()
                .isPresent());
        if (begun) {
            return;
        }
        try {
            jdbi.useHandle(handle -> handle.createUpdate(
                            "INSERT INTO billing_chain (name, links, head) VALUES (:name, 0, :head)")
                    .bind("name", Chain.MAIN)
                    .bind("head", LinkHash.BEGINNING)
                    .execute());
        } catch (JdbiException e) {
            // Where another node began it at the same moment, that is as good.
            if (!Uniqueness.violatedBy(e)) {
                throw e;
            }
        }
    }

    /**
     * A transaction of the past.
     *
     * @param kind why money moved
     * @param moves what moved on each account, in minor units
     */
    public record Recorded(TransactionKind kind, Map<AccountName, Long> moves) {}
}
