package com.allleads.billing.ledger;

/** Kinds of accounts. */
public enum AccountKind {
    /** What the site owes a person: their prepaid balance. Never below zero. */
    PERSON,
    /** What a processor took from cards and has to hand over: below zero by what it owes. */
    CLEARING,
    /** What was earned. Never below zero. */
    REVENUE
}
