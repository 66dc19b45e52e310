package com.allleads.billing.ledger;

import com.allleads.api.person.PersonId;
import com.allleads.api.store.Committer;
import com.allleads.api.store.GroupCommit;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The ledger's one way in. Postings of many callers are written in one database transaction of each {@link Partition}; refused
 * inside a JTA transaction, see {@link Committer}.
 */
@Component(service = Ledger.class)
public final class Ledger {

    private final Jdbi jdbi;
    private final Partitions partitions;
    private final Map<Partition, Committer<Posting, PostingAnswer>> committers = new HashMap<>();

    @Activate
    public Ledger(@Reference(target = "(schema=com.allleads.billing)") Jdbi jdbi, @Reference GroupCommit groupCommit) {
        this(jdbi, groupCommit, Clock.systemUTC());
    }

    /** A ledger with a clock of its own. */
    public Ledger(Jdbi jdbi, GroupCommit groupCommit, Clock clock) {
        this.jdbi = jdbi;
        this.partitions = Partitions.of(jdbi);
        partitions
                .all()
                .forEach(partition -> committers.put(
                        partition,
                        groupCommit.open("billing-ledger-" + partition.chain(), new LedgerBatch(partition, clock))));
    }

    /** Writes what is queued, then refuses more. */
    @Deactivate
    public void close() {
        committers.values().forEach(Committer::close);
    }

    /**
     * Posts a transaction.
     *
     * @return what became of it, durable
     * @throws com.allleads.api.store.StoreException where it is not known whether it was posted: try again
     */
    public PostingAnswer post(Posting posting) {
        return committers.get(partitions.of(posting.person())).commit(posting);
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
            return handle.createQuery("SELECT t.kind, a.holder FROM billing_transaction t"
                            + " JOIN billing_account a ON a.id = t.account WHERE t.id = :id")
                    .bind("id", number)
                    .map((row, context) -> new Recorded(
                            PersonId.parse(row.getString("holder")),
                            TransactionKind.valueOf(row.getString("kind")),
                            moves))
                    .findOne();
        });
    }

    /**
     * A transaction of the past.
     *
     * @param person whom it concerned
     * @param kind why money moved
     * @param moves what moved on each account, in minor units
     */
    public record Recorded(PersonId person, TransactionKind kind, Map<AccountName, Long> moves) {}
}
