package com.allleads.billing.ledger;

import com.allleads.api.store.InChunks;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The transactions that have one of a batch's references. Those of earlier batches are read at most once, and only when somebody
 * has to know: most references are new, and the table itself refuses one that is not.
 */
final class KnownReferences {

    private final Connection connection;
    private final List<Posting> postings;
    private final Map<String, Known> known = new HashMap<>();
    private boolean read;

    KnownReferences(Connection connection, List<Posting> postings) {
        this.connection = connection;
        this.postings = postings;
    }

    /** The transaction with the posting's reference, as far as it is of this batch or was read. */
    Optional<Known> amongKnown(Posting posting) {
        return Optional.ofNullable(known.get(posting.reference()));
    }

    /** The transaction with the posting's reference. */
    Optional<Known> find(Posting posting) throws SQLException {
        read();
        return amongKnown(posting);
    }

    /** Reads those of earlier batches. */
    void read() throws SQLException {
        if (read) {
            return;
        }
        List<String> references =
                postings.stream().map(Posting::reference).distinct().sorted().toList();
        InChunks.query(
                connection,
                "SELECT reference, id, kind, account, amount FROM billing_transaction WHERE reference IN",
                references,
                row -> known.put(
                        row.getString(1),
                        new Known(
                                OptionalLong.of(row.getLong(2)), 0, row.getString(3), row.getLong(4), row.getLong(5))));
        read = true;
    }

    /** The posting is made now, at this place of the batch's link. */
    void add(Posting posting, int place) {
        Movement moved = posting.movement();
        known.put(
                posting.reference(),
                new Known(OptionalLong.empty(), place, posting.kind().name(), moved.account(), moved.amount()));
    }

    /** A transaction from earlier, or from this batch and so without a number yet. */
    record Known(OptionalLong number, int place, String kind, long account, long amount) {

        boolean same(Posting posting) {
            Movement asked = posting.movement();
            return kind.equals(posting.kind().name()) && account == asked.account() && amount == asked.amount();
        }

        long transaction(long link) {
            return number.orElseGet(() -> WrittenTransaction.number(link, place));
        }
    }
}
