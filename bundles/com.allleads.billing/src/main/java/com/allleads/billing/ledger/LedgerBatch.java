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
            KnownReferences references = new KnownReferences(connection, postings);
            Chain head = statements.lock(partition.chain());
            try {
                if (tries > 1) {
                    // Perhaps somebody asks again for what was made earlier; which one it is has to be read.
                    references.read();
                }
                return write(connection, statements, head, postings, references);
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

    private List<PostingAnswer> write(
            Connection connection,
            LedgerStatements statements,
            Chain head,
            List<Posting> postings,
            KnownReferences references)
            throws SQLException {
        BatchBalances balances = BatchBalances.load(connection, partition, postings, remembered.take(head.place()));
        long now = clock.millis();
        List<WrittenTransaction> written = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>(postings.size());
        ChargeRows rows = new ChargeRows();
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
            posting.row().ifPresent(rows::add);
            verdicts.add(link -> new Posted(WrittenTransaction.number(link, place), true));
        }
        if (written.isEmpty()) {
            remembered.leave(head.place(), balances.states());
            return answers(verdicts, 0);
        }
        Chain.Link link = head.next(written);
        long number = statements.write(link, balances.moved());
        rows.write(connection);
        balances.stored();
        remembered.leave(head.after(link), balances.states());
        return answers(verdicts, number);
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

    /** What a posting is answered once the number of the batch's link is known. */
    @FunctionalInterface
    private interface Verdict {
        PostingAnswer answer(long link);
    }
}
