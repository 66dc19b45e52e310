package com.allleads.vault.uses;

import com.allleads.api.proof.SignedHeads;
import com.allleads.api.proof.SignedHeads.Comparison;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Reads every chain of uses from its beginning and compares each hash. It may run while uses are written: what is added
 * meanwhile is left to the next time.
 */
@Component(service = ChainVerification.class)
public final class ChainVerification {

    private static final int BATCHES_PER_PAGE = 32;

    private final Jdbi jdbi;

    private final UseChains source;

    /** Without it the ends of chains are compared with nothing outside the database. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public volatile SignedHeads signed;

    @Activate
    public ChainVerification(
            @Reference(target = "(&(schema=com.allleads.vault)(datasource=allleads))") Jdbi jdbi,
            @Reference UseChains source) {
        this.jdbi = jdbi;
        this.source = source;
    }

    /** Verifies all chains. */
    public Report verify() {
        return verify((done, total) -> {});
    }

    /** Verifies all chains, and tells how far it is. */
    public Report verify(Progress progress) {
        // Before the heads are read, as heads only move forward: what is beyond them now was not written by a writer.
        List<Extent> extents = extents();
        Map<Integer, Chain> chains = chains();
        Count count = new Count(
                progress, chains.values().stream().mapToLong(Chain::batches).sum());
        for (Extent extent : extents) {
            Chain chain = chains.get(extent.chain());
            if (chain == null || extent.first() < 1 || extent.last() > chain.batches()) {
                count.broken("chain " + extent.chain() + ": rows outside of it");
            }
        }
        chains.values().forEach(chain -> verify(chain, count));
        SignedHeads known = signed;
        Optional<Comparison> heads = known == null ? Optional.empty() : Optional.of(known.compare(source));
        heads.ifPresent(compared -> compared.breaks().forEach(count::broken));
        return new Report(
                chains.size(),
                count.batches,
                count.uses,
                count.breaks,
                Optional.ofNullable(count.first),
                heads.flatMap(Comparison::signedAt));
    }

    private void verify(Chain chain, Count count) {
        byte[] previous = Link.beginning();
        long next = 1;
        while (next <= chain.batches()) {
            long last = Math.min(next + BATCHES_PER_PAGE - 1, chain.batches());
            Map<Long, StoredBatch> batches = batches(chain, next, last);
            Map<Long, List<RecordedUse>> uses = uses(chain, next, last);
            for (long number = next; number <= last; number++) {
                StoredBatch batch = batches.get(number);
                List<RecordedUse> inBatch = uses.getOrDefault(number, List.of());
                count.batches++;
                count.uses += inBatch.size();
                if (batch == null || !intact(chain, batch, previous, inBatch)) {
                    count.broken("chain " + chain.writer() + ", batch " + number);
                }
                // Goes on with what is written, so that one break is counted as one.
                previous = batch == null ? previous : batch.hash();
            }
            count.progress.at(count.batches, count.total);
            next = last + 1;
        }
        if (!Arrays.equals(previous, chain.head())) {
            count.broken("chain " + chain.writer() + ", its end");
        }
    }

    private static boolean intact(Chain chain, StoredBatch batch, byte[] previous, List<RecordedUse> uses) {
        return batch.uses() == uses.size()
                && Arrays.equals(batch.previous(), previous)
                && Arrays.equals(batch.hash(), Link.hash(previous, chain.writer(), batch.number(), uses));
    }

    private Map<Integer, Chain> chains() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id, writer, batches, head FROM vault_use_chain")
                .map((row, context) -> new Chain(
                        row.getInt("id"), row.getString("writer"), row.getLong("batches"), row.getBytes("head")))
                .collect(Collectors.toMap(Chain::id, chain -> chain)));
    }

    private List<Extent> extents() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT chain, MIN(batch) AS low, MAX(batch) AS high"
                        + " FROM vault_use GROUP BY chain UNION ALL SELECT chain, MIN(batch) AS low, MAX(batch) AS high"
                        + " FROM vault_use_batch GROUP BY chain")
                .map((row, context) -> new Extent(row.getInt("chain"), row.getLong("low"), row.getLong("high")))
                .list());
    }

    private Map<Long, StoredBatch> batches(Chain chain, long first, long last) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT batch, uses, previous, hash FROM vault_use_batch"
                        + " WHERE chain = :chain AND batch BETWEEN :first AND :last")
                .bind("chain", chain.id())
                .bind("first", first)
                .bind("last", last)
                .map((row, context) -> new StoredBatch(
                        row.getLong("batch"), row.getInt("uses"), row.getBytes("previous"), row.getBytes("hash")))
                .collect(Collectors.toMap(StoredBatch::number, batch -> batch)));
    }

    private Map<Long, List<RecordedUse>> uses(Chain chain, long first, long last) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT u.batch, u.person, u.used_at, u.receipt, "
                        + Terms.COLUMNS + " FROM vault_use u LEFT JOIN vault_use_terms t ON t.id = u.terms"
                        + " WHERE u.chain = :chain AND u.batch BETWEEN :first AND :last ORDER BY u.batch, u.place")
                .bind("chain", chain.id())
                .bind("first", first)
                .bind("last", last)
                .map((row, context) -> Map.entry(
                        row.getLong("batch"),
                        new RecordedUse(
                                row.getString("person"),
                                Instant.ofEpochMilli(row.getLong("used_at")),
                                Terms.read(row),
                                Optional.ofNullable(row.getString("receipt")))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }

    /**
     * What was found.
     *
     * @param chains how many chains there are
     * @param batches how many batches were compared
     * @param uses how many uses are in them
     * @param breaks how many places do not fit
     * @param firstBreak the first of them
     * @param signedAt when the heads were signed that the chains were compared with; empty where there are none yet, or nobody
     *     who signs them
     */
    public record Report(
            long chains,
            long batches,
            long uses,
            long breaks,
            Optional<String> firstBreak,
            Optional<Instant> signedAt) {}

    /** Is told how far a verification is. */
    @FunctionalInterface
    public interface Progress {

        /** So many batches of so many are verified. */
        void at(long done, long total);
    }

    @SuppressWarnings("ArrayRecordComponent") // bytes are carried, never compared
    private record Chain(int id, String writer, long batches, byte[] head) {}

    private record Extent(int chain, long first, long last) {}

    @SuppressWarnings("ArrayRecordComponent") // bytes are carried, never compared
    private record StoredBatch(long number, int uses, byte[] previous, byte[] hash) {}

    private static final class Count {

        private final Progress progress;
        private final long total;
        private long batches;
        private long uses;
        private long breaks;
        private String first;

        private Count(Progress progress, long total) {
            this.progress = progress;
            this.total = total;
        }

        private void broken(String where) {
            breaks++;
            if (first == null) {
                first = where;
            }
        }
    }
}
