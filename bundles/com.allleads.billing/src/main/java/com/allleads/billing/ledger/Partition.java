package com.allleads.billing.ledger;

import com.allleads.api.person.PersonId;

/**
 * One of the parts that the ledger is divided into, so that several writers work side by side: each part has a chain, a writer and
 * accounts of the site of its own, and each person belongs to one of them for good. A transaction stays within one part.
 *
 * @param number from zero
 * @param of how many parts there are; never changes once the ledger has begun
 */
public record Partition(int number, int of) {

    private static final String SITE = "site";
    private static final String CHAIN = "main";

    /** Refuses a part that there is not. */
    public Partition {
        if (number < 0 || number >= of) {
            throw new IllegalArgumentException("partition: " + number + " of " + of);
        }
    }

    /** The part that a person belongs to, for good: a text's hash is the same on every Java. */
    static Partition of(PersonId person, int partitions) {
        return new Partition(Math.floorMod(person.toString().hashCode(), partitions), partitions);
    }

    /** What was earned by the site from people of this part. */
    public AccountName revenue() {
        return new AccountName(AccountKind.REVENUE, holder(SITE));
    }

    /** What the site gave away to people of this part. */
    public AccountName promotion() {
        return new AccountName(AccountKind.PROMOTION, holder(SITE));
    }

    /** What the site lost to people of this part. */
    public AccountName loss() {
        return new AccountName(AccountKind.LOSS, holder(SITE));
    }

    /** What a processor took from people of this part. */
    public AccountName clearing(String processor) {
        return new AccountName(AccountKind.CLEARING, holder(processor));
    }

    /** The name of its chain. */
    String chain() {
        return holder(CHAIN);
    }

    /** Whether an account is of this part, so that its writer alone moves it. */
    boolean owns(AccountName account) {
        return account.kind().ofPerson()
                ? of(PersonId.parse(account.holder()), of).equals(this)
                : account.holder().equals(holder(withoutNumber(account.holder())));
    }

    /** The first part's names are those of a ledger that is not divided. */
    private String holder(String name) {
        return number == 0 ? name : name + "#" + (number + 1);
    }

    private static String withoutNumber(String holder) {
        int mark = holder.lastIndexOf('#');
        return mark < 0 ? holder : holder.substring(0, mark);
    }
}
