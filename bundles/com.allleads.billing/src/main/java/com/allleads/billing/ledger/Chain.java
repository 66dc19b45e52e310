package com.allleads.billing.ledger;

import java.util.List;

/**
 * The end of the chain that a writer adds links to. Its row is locked, or compared and moved by the statement that writes, for the
 * length of the database transaction, so that several nodes can share a chain and no two links follow the same one.
 *
 * @param id the chain's number
 * @param links how many links it has
 * @param head the hash of the last link
 * @param openings how many accounts of promotional credit were linked to those of paid money
 */
record Chain(long id, long links, String head, long openings) {

    /** The link that these transactions make. */
    Link next(List<WrittenTransaction> transactions) {
        long place = links + 1;
        LinkHash hash = new LinkHash(id, place, head);
        transactions.forEach(hash::add);
        return new Link(id, place, transactions, hash.end());
    }

    /** The chain once that link is written. */
    Chain with(Link link) {
        return new Chain(id, link.place(), link.hash(), openings);
    }

    /**
     * A link to be written.
     *
     * @param chain the chain's number
     * @param place its place in the chain, from one
     * @param transactions what stands in it
     * @param hash over all of it and the link before
     */
    record Link(long chain, long place, List<WrittenTransaction> transactions, String hash) {}
}
