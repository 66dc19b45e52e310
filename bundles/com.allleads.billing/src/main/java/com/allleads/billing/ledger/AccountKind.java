package com.allleads.billing.ledger;

/** Kinds of accounts. */
public enum AccountKind {
    /** What a person paid in and did not spend yet. Never below zero. */
    PERSON,
    /** What a person got as a present: spent before what they paid in, and never paid out. Never below zero. */
    PROMOTIONAL,
    /** What of a person's paid money is set aside. Never below zero. */
    HELD,
    /** What of a person's promotional credit is set aside. Never below zero. */
    HELD_PROMOTIONAL,
    /** What a processor took from cards and has to hand over: below zero by what it owes. */
    CLEARING,
    /** What was earned. Never below zero. */
    REVENUE,
    /** What presents cost: below zero by what was given. */
    PROMOTION,
    /** What banks took back after it was spent: below zero by what is lost. */
    LOSS;

    /** Whether each account of this kind is a person's. */
    boolean ofPerson() {
        return this == PERSON || this == PROMOTIONAL || this == HELD || this == HELD_PROMOTIONAL;
    }

    /** Whether accounts of this kind may be below zero; the store holds it too. */
    boolean mayOwe() {
        return this == CLEARING || this == PROMOTION || this == LOSS;
    }
}
