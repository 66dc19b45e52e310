package com.allleads.billing.ledger;

import com.allleads.api.person.PersonId;
import com.allleads.billing.Contention;
import com.allleads.billing.Uniqueness;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The parts that the ledger is divided into. How many there are is decided when it begins and stands in its table of chains: a
 * ledger that began with one chain keeps one.
 */
final class Partitions {

    /** While one writer waits for the disk, another one decides; more of them would only make the batches smaller. */
    static final int OF_A_NEW_LEDGER = 2;

    private final int number;

    private Partitions(int number) {
        this.number = number;
    }

    /** Those of the ledger in these tables, which begins where it has not begun. */
    static Partitions of(Jdbi jdbi) {
        int begun = chains(jdbi);
        if (begun == 0) {
            begin(jdbi);
            begun = chains(jdbi);
        }
        return new Partitions(begun);
    }

    /** The part that a person belongs to. */
    Partition of(PersonId person) {
        return Partition.of(person, number);
    }

    /** All of them, by their numbers. */
    List<Partition> all() {
        return IntStream.range(0, number)
                .mapToObj(one -> new Partition(one, number))
                .toList();
    }

    private static int chains(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM billing_chain")
                .mapTo(Integer.class)
                .one());
    }

    private static void begin(Jdbi jdbi) {
        List<Partition> partitions = new Partitions(OF_A_NEW_LEDGER).all();
        try {
            Contention.outlasted(() -> {
                jdbi.useTransaction(handle -> partitions.forEach(partition -> handle.createUpdate(
                                "INSERT INTO billing_chain (name, links, head) VALUES (:name, 0, :head)")
                        .bind("name", partition.chain())
                        .bind("head", LinkHash.BEGINNING)
                        .execute()));
                return partitions;
            });
        } catch (JdbiException e) {
            // Where another node began it at the same moment, that is as good.
            if (!Uniqueness.violatedBy(e)) {
                throw e;
            }
        }
    }
}
