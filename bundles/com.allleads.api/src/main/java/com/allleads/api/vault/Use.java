package com.allleads.api.vault;

import java.time.Instant;
import java.util.List;

/**
 * One use of a person's data.
 *
 * @param at when
 * @param fields which fields
 * @param purpose what for
 * @param recipient who got them
 */
public record Use(Instant at, List<String> fields, String purpose, Recipient recipient) {}
