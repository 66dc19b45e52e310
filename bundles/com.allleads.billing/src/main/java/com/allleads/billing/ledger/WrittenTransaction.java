package com.allleads.billing.ledger;

import java.util.List;

/**
 * A transaction as it stands in the tables.
 *
 * @param place its place in its link, from zero
 * @param reference unique over the ledger
 * @param kind why money moved
 * @param account the account of the person concerned
 * @param amount what the person gained by it; negative where they lost
 * @param reason what stands in the statement
 * @param actor by whom
 * @param data for the capability behind it
 * @param madeAt when, in milliseconds since 1970
 * @param entries what it did to each account, in order
 */
record WrittenTransaction(
        int place,
        String reference,
        String kind,
        long account,
        long amount,
        String reason,
        String actor,
        String data,
        long madeAt,
        List<WrittenEntry> entries) {

    /** How many numbers a link leaves for its transactions. */
    static final int PLACES = 1 << 20;

    /** The number of the transaction at a place of a link. */
    static long number(long link, int place) {
        return link * PLACES + place;
    }

    /** The link of a transaction with this number. */
    static long link(long number) {
        return number / PLACES;
    }

    /** The place in its link of a transaction with this number. */
    static int place(long number) {
        return (int) (number % PLACES);
    }

    static WrittenTransaction of(int place, Posting posting, long madeAt, List<WrittenEntry> entries) {
        return new WrittenTransaction(
                place,
                posting.reference(),
                posting.kind().name(),
                posting.movement().account(),
                posting.movement().amount(),
                posting.reason(),
                posting.actor(),
                posting.data(),
                madeAt,
                entries);
    }

    /** Whether the entries cancel each other out. */
    boolean sumsToZero() {
        return entries.stream().mapToLong(WrittenEntry::amount).sum() == 0;
    }

    /**
     * What a transaction did to one account.
     *
     * @param leg its place in the transaction, from zero
     * @param account the account's number
     * @param changeNo the how-manieth change of the account it was, from one
     * @param amount what moved
     * @param balance what was on the account afterwards
     */
    record WrittenEntry(int leg, long account, long changeNo, long amount, long balance) {}
}
