package com.allleads.billing.ledger;

import com.allleads.billing.ledger.WrittenTransaction.WrittenEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Jdbi;

/** Follows each chain from its beginning to the head that it had when the check began. Not safe for use by several threads. */
final class ChainCheck {

    /** Links are read in steps, so that the database never has to hold a long transaction open. */
    private static final int LINKS_PER_STEP = 200;

    private final Jdbi jdbi;
    private final LongConsumer progress;
    private final Map<Long, Head> heads = new HashMap<>();
    private final Map<Long, Head> reached = new HashMap<>();
    private final Map<Long, BitSet> followed = new TreeMap<>();
    private long entries;

    ChainCheck(Jdbi jdbi, LongConsumer progress) {
        this.jdbi = jdbi;
        this.progress = progress;
    }

    /** The first thing that is wrong; empty where the chains are whole. */
    Optional<String> firstBroken() {
        // A chain's links are numbered in the order in which they are written; those of several chains become visible
        // in any
        // order, and are followed as far as the heads are read here.
        readHeads();
        long last = 0;
        while (true) {
            List<Link> links = linksAfter(last);
            if (links.isEmpty()) {
                return unreachedHead();
            }
            Optional<String> broken = firstBrokenOf(links);
            if (broken.isPresent()) {
                return broken;
            }
            last = links.get(links.size() - 1).id();
            progress.accept(entries);
        }
    }

    /** How many entries were found in the links that were followed. */
    long entries() {
        return entries;
    }

    /** The chain in which the link was followed, so that the entries in it are the ones that were written; empty where it was not. */
    OptionalLong chainOf(long link) {
        int number = Math.toIntExact(link);
        return followed.entrySet().stream()
                .filter(chain -> chain.getValue().get(number))
                .mapToLong(Map.Entry::getKey)
                .findFirst();
    }

    private Optional<String> firstBrokenOf(List<Link> links) {
        long from = links.get(0).id();
        long to = links.get(links.size() - 1).id();
        Map<Long, List<WrittenTransaction>> transactions = transactions(from, to);
        for (Link link : links) {
            Head head = heads.get(link.chain());
            if (head == null) {
                return Optional.of("link " + link.id() + " belongs to no chain");
            }
            if (link.place() > head.links()) {
                continue;
            }
            Optional<String> broken = broken(link, transactions.getOrDefault(link.id(), List.of()));
            if (broken.isPresent()) {
                return broken;
            }
            followed.computeIfAbsent(link.chain(), chain -> new BitSet()).set(Math.toIntExact(link.id()));
        }
        return Optional.empty();
    }

    private Optional<String> broken(Link link, List<WrittenTransaction> transactions) {
        Head before = reached.getOrDefault(link.chain(), new Head(0, LinkHash.BEGINNING));
        if (link.place() != before.links() + 1) {
            return Optional.of("link " + (before.links() + 1) + " of chain " + link.chain() + " is missing");
        }
        LinkHash hash = new LinkHash(link.chain(), link.place(), before.hash());
        for (WrittenTransaction transaction : transactions) {
            if (!transaction.sumsToZero()) {
                return Optional.of("the entries of transaction "
                        + WrittenTransaction.number(link.id(), transaction.place()) + " do not sum to zero");
            }
            hash.add(transaction);
            entries += transaction.entries().size();
        }
        if (transactions.size() != link.transactions() || !hash.end().equals(link.hash())) {
            return Optional.of("the transactions of link " + link.id() + ", numbered from "
                    + WrittenTransaction.number(link.id(), 0) + ", are not those that were written");
        }
        reached.put(link.chain(), new Head(link.place(), link.hash()));
        return Optional.empty();
    }

    private Optional<String> unreachedHead() {
        return heads.entrySet().stream()
                .filter(head ->
                        !head.getValue().equals(reached.getOrDefault(head.getKey(), new Head(0, LinkHash.BEGINNING))))
                .map(head -> "chain " + head.getKey() + " does not end in its head")
                .findFirst();
    }

    private void readHeads() {
        jdbi.useHandle(handle -> handle.createQuery("SELECT id, links, head FROM billing_chain")
                .map((row, context) ->
                        Map.entry(row.getLong("id"), new Head(row.getLong("links"), row.getString("head"))))
                .forEach(head -> heads.put(head.getKey(), head.getValue())));
    }

    private List<Link> linksAfter(long last) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT id, chain, place, transactions, hash FROM billing_link"
                                + " WHERE id > :last ORDER BY id FETCH FIRST :rows ROWS ONLY")
                        .bind("last", last)
                        .bind("rows", LINKS_PER_STEP)
                        .map((row, context) -> new Link(
                                row.getLong("id"),
                                row.getLong("chain"),
                                row.getLong("place"),
                                row.getInt("transactions"),
                                row.getString("hash")))
                        .list());
    }

    /** The transactions of some links, by link. An entry without its transaction makes one that no hash will fit. */
    private Map<Long, List<WrittenTransaction>> transactions(long fromLink, long toLink) {
        long from = WrittenTransaction.number(fromLink, 0);
        long to = WrittenTransaction.number(toLink + 1, 0);
        Map<Long, List<WrittenEntry>> written = entries(from, to);
        Map<Long, List<WrittenTransaction>> byLink = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT id, reference, kind, account, amount, reason, actor, data,"
                        + " made_at FROM billing_transaction WHERE id >= :from AND id < :to ORDER BY id")
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> transaction(row, written.remove(row.getLong("id"))))
                .forEach(one -> byLink.computeIfAbsent(one.link(), link -> new ArrayList<>())
                        .add(one.transaction())));
        written.keySet().forEach(orphan -> byLink.remove(WrittenTransaction.link(orphan)));
        return byLink;
    }

    private Map<Long, List<WrittenEntry>> entries(long from, long to) {
        Map<Long, List<WrittenEntry>> entries = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT transaction_id, leg, account, change_no, amount, balance"
                        + " FROM billing_entry WHERE transaction_id >= :from AND transaction_id < :to"
                        + " ORDER BY transaction_id, leg")
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> Map.entry(
                        row.getLong("transaction_id"),
                        new WrittenEntry(
                                row.getInt("leg"),
                                row.getLong("account"),
                                row.getLong("change_no"),
                                row.getLong("amount"),
                                row.getLong("balance"))))
                .forEach(entry -> entries.computeIfAbsent(entry.getKey(), number -> new ArrayList<>())
                        .add(entry.getValue())));
        return entries;
    }

    private static Numbered transaction(ResultSet row, List<WrittenEntry> entries) throws SQLException {
        long number = row.getLong("id");
        return new Numbered(
                WrittenTransaction.link(number),
                new WrittenTransaction(
                        WrittenTransaction.place(number),
                        row.getString("reference"),
                        row.getString("kind"),
                        row.getLong("account"),
                        row.getLong("amount"),
                        row.getString("reason"),
                        row.getString("actor"),
                        row.getString("data"),
                        row.getLong("made_at"),
                        entries == null ? List.of() : entries));
    }

    /** How far a chain goes. */
    private record Head(long links, String hash) {}

    private record Link(long id, long chain, long place, int transactions, String hash) {}

    private record Numbered(long link, WrittenTransaction transaction) {}
}
