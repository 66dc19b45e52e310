package com.allleads.vault.keys;

import java.time.Instant;
import java.util.Optional;

/**
 * A replacement of the master key.
 *
 * @param generation the number of the new key
 * @param print tells it apart without telling anything about it
 * @param begunAt since when it is in use
 * @param begunBy the operator who began it
 * @param reason why
 * @param rewrapped how many people's keys were wrapped anew so far
 * @param endedAt since when the older key is out of use and destroyed
 */
public record Rotation(
        int generation,
        String print,
        Instant begunAt,
        String begunBy,
        String reason,
        long rewrapped,
        Optional<Instant> endedAt) {}
