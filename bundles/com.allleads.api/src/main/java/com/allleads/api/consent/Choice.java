package com.allleads.api.consent;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a person stands on a purpose that is a choice.
 *
 * @param purpose the purpose's id
 * @param granted whether they agreed
 * @param receipt the id of the receipt; empty where they never decided
 * @param decidedAt when; empty where they never decided
 */
public record Choice(String purpose, boolean granted, Optional<String> receipt, Optional<Instant> decidedAt) {}
