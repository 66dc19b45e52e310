package com.allleads.billing.ledger;

import com.allleads.api.person.PersonId;

/**
 * Which account is meant.
 *
 * @param kind its kind
 * @param holder whose: a person's identifier, a processor's name, or the site
 */
public record AccountName(AccountKind kind, String holder) {

    /** What was earned by the site. */
    public static final AccountName REVENUE = new AccountName(AccountKind.REVENUE, "site");

    /** The prepaid balance of a person. */
    public static AccountName of(PersonId person) {
        return new AccountName(AccountKind.PERSON, person.toString());
    }

    /** What a processor took. */
    public static AccountName clearing(String processor) {
        return new AccountName(AccountKind.CLEARING, processor);
    }
}
