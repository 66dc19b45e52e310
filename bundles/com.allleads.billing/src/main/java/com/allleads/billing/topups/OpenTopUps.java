package com.allleads.billing.topups;

import java.time.Instant;

/**
 * Top-ups of which nothing final is known.
 *
 * @param status what is known of them
 * @param topUps how many
 * @param oldest since when the oldest of them
 */
public record OpenTopUps(TopUpStatus status, long topUps, Instant oldest) {}
