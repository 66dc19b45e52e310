package com.allleads.billing.ledger;

import com.allleads.api.person.PersonId;

/**
 * Which account is meant. Those of the site and of processors are named by the {@link Partition}, which has its own.
 *
 * @param kind its kind
 * @param holder whose: a person's identifier, a processor's name, or the site, the latter two with the number of the part
 */
public record AccountName(AccountKind kind, String holder) {

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
}
