package com.allleads.itests.harness;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Everything that an auditor has before him: nothing in it was computed by the platform but the answers it gave.
 *
 * @param told what clients were told
 * @param readings balances that clients read in between
 * @param replays answers to requests that were repeated with their key after they had been answered
 * @param charges the processor's own record
 * @param payments what the operator is shown, of everybody
 * @param accounts of each client, what it is shown in the end
 * @param ledgerValid what the platform says of its ledger
 * @param ledgerEntries how many entries it has
 */
record Evidence(
        List<Told> told,
        List<Reading> readings,
        List<Replay> replays,
        List<Charge> charges,
        List<Payment> payments,
        Map<String, Account> accounts,
        boolean ledgerValid,
        long ledgerEntries) {

    /** Money that the processor took. */
    record Charge(String key, BigDecimal amount) {}

    /** A payment as the operator sees it; the key is the processor's. */
    record Payment(String id, String key, BigDecimal amount, String status) {}

    /** A line of a statement. */
    record Line(String kind, BigDecimal amount, BigDecimal balance) {}

    /** An order that a client is shown. */
    record Order(String id, BigDecimal price) {}

    /** What a client is shown in the end. */
    record Account(BigDecimal available, BigDecimal held, List<Line> statement, List<Order> orders) {}

    /** A balance that was read, and between what it must have been by all that the client knew then. */
    record Reading(String person, BigDecimal available, BigDecimal least, BigDecimal most) {}

    /** An answer to a repeated request beside the first one. */
    record Replay(Told first, int status, String id, String outcome) {}
}
