package com.allleads.spi.party;

/** What a party does with the data it receives (promise {@code processors.bound}). */
public enum PartyUse {
    /** Carry out the single payment, refund or delivery it was asked for. */
    CARRY_OUT,
    /** Detect fraud in what it was asked to carry out. */
    FRAUD_PREVENTION,
    /** Keep what law requires it to keep. */
    LEGAL_RECORD,
    /** Anything else. The platform refuses an adapter that declares it, and says so on the console. */
    SECONDARY
}
