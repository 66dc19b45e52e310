package com.allleads.billing.ledger;

import com.allleads.api.person.PersonId;

/**
 * Which account is meant.
 *
 * @param kind its kind
 * @param holder whose: a person's identifier, a processor's name, or the site
 */
public record AccountName(AccountKind kind, String holder) {

    private static final String SITE = "site";

    /** What was earned by the site. */
    public static final AccountName REVENUE = new AccountName(AccountKind.REVENUE, SITE);

    /** What the site gave away. */
    public static final AccountName PROMOTION = new AccountName(AccountKind.PROMOTION, SITE);

    /** What the site lost. */
    public static final AccountName LOSS = new AccountName(AccountKind.LOSS, SITE);

    /** What a person paid in. */
    public static AccountName of(PersonId person) {
        return new AccountName(AccountKind.PERSON, person.toString());
    }

    /** What a person was given. */
    public static AccountName promotional(PersonId person) {
        return new AccountName(AccountKind.PROMOTIONAL, person.toString());
    }

    /** What of a person's paid money is set aside. */
    public static AccountName held(PersonId person) {
        return new AccountName(AccountKind.HELD, person.toString());
    }

    /** What of a person's promotional credit is set aside. */
    public static AccountName heldPromotional(PersonId person) {
        return new AccountName(AccountKind.HELD_PROMOTIONAL, person.toString());
    }

    /** What a processor took. */
    public static AccountName clearing(String processor) {
        return new AccountName(AccountKind.CLEARING, processor);
    }
}
