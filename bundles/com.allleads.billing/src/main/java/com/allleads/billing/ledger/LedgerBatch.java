package com.allleads.billing.ledger;

import com.allleads.api.store.Batch;
import com.allleads.api.store.InChunks;
import com.allleads.billing.ledger.PostingAnswer.Insufficient;
import com.allleads.billing.ledger.PostingAnswer.Posted;
import com.allleads.billing.ledger.PostingAnswer.Prevented;
import com.allleads.billing.ledger.PostingAnswer.ReferenceReused;
import com.allleads.billing.ledger.WrittenTransaction.WrittenEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes many postings in one database transaction: each after the ones before it, as if it were alone, and all of them as one
 * link of the chain.
 */
final class LedgerBatch implements Batch<Posting, PostingAnswer> {

    private final String chain;
    private final Clock clock;

    LedgerBatch(String chain, Clock clock) {
        this.chain = chain;
        this.clock = clock;
    }

    @Override
    public List<PostingAnswer> write(Connection connection, List<Posting> postings) throws SQLException {
        Chain head = Chain.lock(connection, chain);
        Map<String, Known> known = known(connection, postings);
        BatchBalances balances = BatchBalances.load(connection, postings);
        long now = clock.millis();
        List<WrittenTransaction> written = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>(postings.size());
        for (Posting posting : postings) {
            List<Leg> legs = posting.movement().legs(balances);
            Optional<Verdict> refusal = refusal(connection, posting, legs, known, balances);
            if (refusal.isPresent()) {
                verdicts.add(refusal.get());
                continue;
            }
            int place = written.size();
            written.add(WrittenTransaction.of(place, posting, now, balances.move(legs)));
            known.put(posting.reference(), Known.inThisBatch(posting, place));
            verdicts.add(link -> new Posted(WrittenTransaction.number(link, place), true));
        }
        long link = 0;
        if (!written.isEmpty()) {
            link = head.add(written);
            insert(connection, link, written);
            balances.write();
        }
        return answers(verdicts, link);
    }

    /** Why the posting is not made now, in order of precedence; empty where it is. */
    private Optional<Verdict> refusal(
            Connection connection, Posting posting, List<Leg> legs, Map<String, Known> known, BatchBalances balances)
            throws SQLException {
        Known earlier = known.get(posting.reference());
        if (earlier != null) {
            return Optional.of(
                    earlier.same(posting)
                            ? link -> new Posted(earlier.transaction(link), false)
                            : link -> new ReferenceReused());
        }
        OptionalLong available = balances.shortOf(legs);
        if (available.isPresent()) {
            return Optional.of(link -> new Insufficient(available.getAsLong()));
        }
        if (!posting.guard().allows(connection, legs)) {
            return Optional.of(link -> new Prevented());
        }
        return Optional.empty();
    }

    private static List<PostingAnswer> answers(List<Verdict> verdicts, long link) {
        List<PostingAnswer> answers = new ArrayList<>(verdicts.size());
        verdicts.forEach(verdict -> answers.add(verdict.answer(link)));
        return answers;
    }

    private static Map<String, Known> known(Connection connection, List<Posting> postings) throws SQLException {
        List<String> references =
                postings.stream().map(Posting::reference).distinct().sorted().toList();
        Map<String, Known> known = new HashMap<>();
        InChunks.query(
                connection,
                "SELECT reference, id, kind, account, amount FROM billing_transaction WHERE reference IN",
                references,
                row -> known.put(
                        row.getString(1),
                        new Known(
                                OptionalLong.of(row.getLong(2)), 0, row.getString(3), row.getLong(4), row.getLong(5))));
        return known;
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

    /** A transaction with one of the batch's references: from earlier, or from this batch and so without a number yet. */
    private record Known(OptionalLong number, int place, String kind, long account, long amount) {

        static Known inThisBatch(Posting posting, int place) {
            Movement moved = posting.movement();
            return new Known(OptionalLong.empty(), place, posting.kind().name(), moved.account(), moved.amount());
        }

        boolean same(Posting posting) {
            Movement asked = posting.movement();
            return kind.equals(posting.kind().name()) && account == asked.account() && amount == asked.amount();
        }

        long transaction(long link) {
            return number.orElseGet(() -> WrittenTransaction.number(link, place));
        }
    }
}
