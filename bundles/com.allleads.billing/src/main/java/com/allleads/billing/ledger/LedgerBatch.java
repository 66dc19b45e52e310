package com.allleads.billing.ledger;

import com.allleads.api.store.Batch;
import com.allleads.billing.Uniqueness;
import com.allleads.billing.ledger.KnownReferences.Known;
import com.allleads.billing.ledger.PostingAnswer.Insufficient;
import com.allleads.billing.ledger.PostingAnswer.Posted;
import com.allleads.billing.ledger.PostingAnswer.Prevented;
import com.allleads.billing.ledger.PostingAnswer.ReferenceReused;
import com.allleads.billing.ledger.WrittenTransaction.WrittenEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes many postings in one database transaction: each after the ones before it, as if it were alone, and all of them as one
 * link of the chain.
 */
final class LedgerBatch implements Batch<Posting, PostingAnswer> {

    private final String chain;
    private final Clock clock;
    private final RememberedAccounts remembered = new RememberedAccounts();

    LedgerBatch(String chain, Clock clock) {
        this.chain = chain;
        this.clock = clock;
    }

    @Override
    public List<PostingAnswer> write(Connection connection, List<Posting> postings) throws SQLException {
        Chain head = Chain.lock(connection, chain);
        KnownReferences references = new KnownReferences(connection, postings);
        if (postings.size() == 1) {
            references.read();
            return write(connection, head, postings, references);
        }
        Savepoint locked = connection.setSavepoint();
        try {
            return write(connection, head, postings, references);
        } catch (SQLException e) {
            if (!Uniqueness.violatedBy(e)) {
                throw e;
            }
            // Somebody asks again for what was made earlier; which one it is has to be read.
            connection.rollback(locked);
            KnownReferences anew = new KnownReferences(connection, postings);
            anew.read();
            return write(connection, Chain.lock(connection, chain), postings, anew);
        }
    }

    private List<PostingAnswer> write(
            Connection connection, Chain head, List<Posting> postings, KnownReferences references) throws SQLException {
        BatchBalances balances = BatchBalances.load(connection, postings, remembered.take(head.place()));
        long now = clock.millis();
        List<WrittenTransaction> written = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>(postings.size());
        for (Posting posting : postings) {
            List<Leg> legs = posting.movement().legs(balances);
            Optional<Verdict> refusal = refusal(connection, posting, legs, references, balances);
            if (refusal.isPresent()) {
                verdicts.add(refusal.get());
                continue;
            }
            int place = written.size();
            written.add(WrittenTransaction.of(place, posting, now, balances.move(legs)));
            references.add(posting, place);
            verdicts.add(link -> new Posted(WrittenTransaction.number(link, place), true));
        }
        long link = 0;
        if (!written.isEmpty()) {
            link = head.add(written);
            insert(connection, link, written);
            balances.write(AccountUpdate.in(connection));
        }
        remembered.leave(head.place(), balances.states());
        return answers(verdicts, link);
    }

    /** Why the posting is not made now, in order of precedence; empty where it is. */
    private static Optional<Verdict> refusal(
            Connection connection, Posting posting, List<Leg> legs, KnownReferences references, BatchBalances balances)
            throws SQLException {
        Optional<Verdict> again = references.amongKnown(posting).map(earlier -> again(posting, earlier));
        if (again.isPresent()) {
            return again;
        }
        OptionalLong available = balances.shortOf(legs);
        if (available.isEmpty() && posting.guard() == Guard.NONE) {
            return Optional.empty();
        }
        // Whether it was made earlier comes first, also before what else would be written.
        again = references.find(posting).map(earlier -> again(posting, earlier));
        if (again.isPresent()) {
            return again;
        }
        if (available.isPresent()) {
            return Optional.of(link -> new Insufficient(available.getAsLong()));
        }
        return posting.guard().allows(connection, legs) ? Optional.empty() : Optional.of(link -> new Prevented());
    }

    private static Verdict again(Posting posting, Known earlier) {
        return earlier.same(posting)
                ? link -> new Posted(earlier.transaction(link), false)
                : link -> new ReferenceReused();
    }

    private static List<PostingAnswer> answers(List<Verdict> verdicts, long link) {
        List<PostingAnswer> answers = new ArrayList<>(verdicts.size());
        verdicts.forEach(verdict -> answers.add(verdict.answer(link)));
        return answers;
    }

    private static void insert(Connection connection, long link, List<WrittenTransaction> written) throws SQLException {
        try (PreparedStatement transactions = connection.prepareStatement("INSERT INTO billing_transaction"
                        + " (id, reference, kind, account, amount, reason, actor, data, made_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement entries = connection.prepareStatement("INSERT INTO billing_entry"
                        + " (transaction_id, leg, account, change_no, amount, balance) VALUES (?, ?, ?, ?, ?, ?)")) {
            for (WrittenTransaction one : written) {
                long number = WrittenTransaction.number(link, one.place());
                add(transactions, number, one);
                for (WrittenEntry entry : one.entries()) {
                    add(entries, number, entry);
                }
            }
            transactions.executeBatch();
            entries.executeBatch();
        }
    }

    private static void add(PreparedStatement insert, long number, WrittenTransaction transaction) throws SQLException {
        insert.setLong(1, number);
        insert.setString(2, transaction.reference());
        insert.setString(3, transaction.kind());
        insert.setLong(4, transaction.account());
        insert.setLong(5, transaction.amount());
        insert.setString(6, transaction.reason());
        insert.setString(7, transaction.actor());
        insert.setString(8, transaction.data());
        insert.setLong(9, transaction.madeAt());
        insert.addBatch();
    }

    private static void add(PreparedStatement insert, long number, WrittenEntry entry) throws SQLException {
        insert.setLong(1, number);
        insert.setInt(2, entry.leg());
        insert.setLong(3, entry.account());
        insert.setLong(4, entry.changeNo());
        insert.setLong(5, entry.amount());
        insert.setLong(6, entry.balance());
        insert.addBatch();
    }

    /** What a posting is answered once the number of the batch's link is known. */
    @FunctionalInterface
    private interface Verdict {
        PostingAnswer answer(long link);
    }
}
