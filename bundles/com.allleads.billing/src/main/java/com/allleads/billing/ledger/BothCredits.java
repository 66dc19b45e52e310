package com.allleads.billing.ledger;

import com.allleads.billing.ledger.EntryReader.Entry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * The entries of a person's paid money and of their promotional credit as one list, each transaction once, with what was on both
 * together afterwards. Reads as it goes. Not safe for use by several threads.
 */
final class BothCredits implements Iterator<BothCredits.Both> {

    private static final int ROWS = 100;

    private final boolean newestFirst;
    private final Side paid;
    private final Side promotional;

    BothCredits(Jdbi jdbi, long paid, long promotional, boolean newestFirst, StatementPlace place) {
        this.newestFirst = newestFirst;
        this.paid = new Side(new EntryReader(jdbi, paid, newestFirst), place.paid());
        this.promotional = new Side(new EntryReader(jdbi, promotional, newestFirst), place.promotional());
    }

    /** Forwards, the balance before the first line is needed, which is that of the entry before it. */
    static BothCredits oldestFirst(Jdbi jdbi, long paid, long promotional, StatementPlace after) {
        BothCredits credits = new BothCredits(jdbi, paid, promotional, false, after);
        credits.paid.balance = balanceAt(jdbi, paid, after.paid());
        credits.promotional.balance = balanceAt(jdbi, promotional, after.promotional());
        return credits;
    }

    @Override
    public boolean hasNext() {
        return paid.head().isPresent() || promotional.head().isPresent();
    }

    @Override
    public Both next() {
        long transaction = nextTransaction();
        Optional<Entry> fromPaid = paid.take(transaction);
        Optional<Entry> fromPromotional = promotional.take(transaction);
        Entry either = fromPaid.or(() -> fromPromotional).orElseThrow();
        long amount = fromPaid.map(Entry::amount).orElse(0L)
                + fromPromotional.map(Entry::amount).orElse(0L);
        return new Both(
                either,
                amount,
                after(paid, fromPaid) + after(promotional, fromPromotional),
                new StatementPlace(paid.place, promotional.place));
    }

    private long nextTransaction() {
        Optional<Long> first = paid.head().map(Entry::transaction);
        Optional<Long> second = promotional.head().map(Entry::transaction);
        if (first.isEmpty() || second.isEmpty()) {
            return first.or(() -> second).orElseThrow(NoSuchElementException::new);
        }
        return newestFirst ? Math.max(first.get(), second.get()) : Math.min(first.get(), second.get());
    }

    /** What was on one side after the transaction. Backwards that is what its next entry left, as it was not touched since. */
    private long after(Side side, Optional<Entry> taken) {
        if (taken.isPresent()) {
            return taken.get().balance();
        }
        return newestFirst ? side.head().map(Entry::balance).orElse(0L) : side.balance;
    }

    private static long balanceAt(Jdbi jdbi, long account, long change) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT balance FROM billing_entry WHERE account = :account AND change_no = :change")
                .bind("account", account)
                .bind("change", change)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    /** One of the two accounts. */
    private static final class Side {

        private final EntryReader reader;
        private final Deque<Entry> ahead = new ArrayDeque<>();
        private boolean whole;
        private long place;
        private long balance;

        Side(EntryReader reader, long place) {
            this.reader = reader;
            this.place = place;
        }

        Optional<Entry> head() {
            if (ahead.isEmpty() && !whole) {
                ahead.addAll(reader.read(StatementFilter.ALL, place, ROWS));
                whole = ahead.size() < ROWS;
            }
            return Optional.ofNullable(ahead.peek());
        }

        Optional<Entry> take(long transaction) {
            Optional<Entry> taken = head().filter(entry -> entry.transaction() == transaction);
            taken.ifPresent(entry -> {
                ahead.remove();
                place = entry.changeNo();
                balance = entry.balance();
            });
            return taken;
        }
    }

    /**
     * A transaction as the person sees it.
     *
     * @param entry one of its entries
     * @param amount what moved on both accounts together
     * @param balance what was on both together afterwards
     * @param place where to go on after it
     */
    record Both(Entry entry, long amount, long balance, StatementPlace place) {}
}
