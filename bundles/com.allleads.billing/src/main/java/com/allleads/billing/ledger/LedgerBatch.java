package com.allleads.billing.ledger;

import com.allleads.api.store.Batch;
import com.allleads.billing.Contention;
import com.allleads.billing.Uniqueness;
import com.allleads.billing.ledger.KnownReferences.Known;
import com.allleads.billing.ledger.PostingAnswer.Insufficient;
import com.allleads.billing.ledger.PostingAnswer.Posted;
import com.allleads.billing.ledger.PostingAnswer.Prevented;
import com.allleads.billing.ledger.PostingAnswer.ReferenceReused;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes many postings in one database transaction: each after the ones before it, as if it were alone, and all of them as one
 * link of the partition's chain.
 */
final class LedgerBatch implements Batch<Posting, PostingAnswer> {

    /** A reference that was new when it was looked up may be another writer's by the time it is written. */
    private static final int MOST_TRIES_OF_REFERENCES = 5;

    private final Partition partition;
    private final Clock clock;
    private final RememberedAccounts remembered = new RememberedAccounts();

    LedgerBatch(Partition partition, Clock clock) {
        this.partition = partition;
        this.clock = clock;
    }

    @Override
    public List<PostingAnswer> write(Connection connection, List<Posting> postings) throws SQLException {
        LedgerStatements statements = LedgerStatements.on(connection);
        for (int tries = 1; ; tries++) {
            try {
                Optional<List<PostingAnswer>> written = tries == 1 && statements.finds()
                        ? writeUnlocked(connection, statements, postings)
                        : Optional.empty();
                return written.isPresent() ? written.get() : writeLocked(connection, statements, postings, tries > 1);
            } catch (SQLException e) {
                rollBack(connection, e);
                if (!mayBeTriedAgain(e, tries)) {
                    throw e;
                }
            }
        }
    }

    /** Before anything else: what is locked would stay so. */
    private static void rollBack(Connection connection, SQLException why) throws SQLException {
        try {
            connection.rollback();
        } catch (SQLException e) {
            why.addSuppressed(e);
            throw why;
        }
    }

    private static boolean mayBeTriedAgain(SQLException failure, int tries) {
        return Uniqueness.violatedBy(failure) ? tries < MOST_TRIES_OF_REFERENCES : Contention.passes(failure, tries);
    }

    /**
     * Writes to where the chain was left, without asking where it is, which saves a way to the database. Only where every posting is
     * made: what is refused has to be compared with what is certain.
     *
     * @return empty where nothing was written
     */
    private Optional<List<PostingAnswer>> writeUnlocked(
            Connection connection, LedgerStatements statements, List<Posting> postings) throws SQLException {
        Optional<Chain> left = remembered.left();
        if (left.isEmpty() || postings.stream().anyMatch(posting -> posting.guard() != Guard.NONE)) {
            return Optional.empty();
        }
        Chain end = left.get();
        KnownReferences references = new KnownReferences(connection, postings);
        BatchBalances balances = BatchBalances.load(connection, partition, postings, remembered.take(end));
        Making making = new Making();
        for (Posting posting : postings) {
            List<Leg> legs = posting.movement().legs(balances);
            if (references.amongKnown(posting).isPresent()
                    || balances.shortOf(legs).isPresent()) {
                return Optional.empty();
            }
            making.make(posting, legs, references, balances);
        }
        OptionalLong number = write(connection, statements, end, making, balances);
        return number.isEmpty() ? Optional.empty() : Optional.of(making.answers(number.getAsLong()));
    }

    private List<PostingAnswer> writeLocked(
            Connection connection, LedgerStatements statements, List<Posting> postings, boolean again)
            throws SQLException {
        Chain end = statements.lock(partition.chain());
        KnownReferences references = new KnownReferences(connection, postings);
        if (again) {
            // Perhaps somebody asks again for what was made earlier; which one it is has to be read.
            references.read();
        }
        BatchBalances balances = BatchBalances.load(connection, partition, postings, remembered.take(end));
        Making making = new Making();
        for (Posting posting : postings) {
            List<Leg> legs = posting.movement().legs(balances);
            Optional<Verdict> refusal = refusal(connection, posting, legs, references, balances);
            if (refusal.isPresent()) {
                making.verdicts.add(refusal.get());
            } else {
                making.make(posting, legs, references, balances);
            }
        }
        if (making.written.isEmpty()) {
            remembered.leave(end, balances.states());
            return making.answers(0);
        }
        OptionalLong number = write(connection, statements, end, making, balances);
        return making.answers(number.orElseThrow(
                () -> new SQLException("the chain " + partition.chain() + " moved while it was locked")));
    }

    private OptionalLong write(
            Connection connection, LedgerStatements statements, Chain end, Making making, BatchBalances balances)
            throws SQLException {
        Chain.Link link = end.next(making.written);
        OptionalLong number = statements.write(end, link, balances.moved());
        if (number.isPresent()) {
            making.rows.write(connection);
            balances.stored();
            remembered.leave(end.with(link), balances.states());
        }
        return number;
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

    /** What becomes of the postings of a batch. */
    private final class Making {

        private final long now = clock.millis();
        private final List<WrittenTransaction> written = new ArrayList<>();
        private final List<Verdict> verdicts = new ArrayList<>();
        private final ChargeRows rows = new ChargeRows();

        void make(Posting posting, List<Leg> legs, KnownReferences references, BatchBalances balances) {
            int place = written.size();
            written.add(WrittenTransaction.of(place, posting, now, balances.move(legs)));
            posting.row().ifPresent(rows::add);
            references.add(posting, place);
            verdicts.add(link -> new Posted(WrittenTransaction.number(link, place), true));
        }

        List<PostingAnswer> answers(long link) {
            return verdicts.stream().map(verdict -> verdict.answer(link)).toList();
        }
    }

    /** What a posting is answered once the number of the batch's link is known. */
    @FunctionalInterface
    private interface Verdict {
        PostingAnswer answer(long link);
    }
}
