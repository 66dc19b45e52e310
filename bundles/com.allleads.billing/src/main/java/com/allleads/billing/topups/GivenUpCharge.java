package com.allleads.billing.topups;

import java.time.Instant;

/**
 * A charge that was given up for another card, as nothing was attempted.
 *
 * @param card the card that was not charged
 * @param processor its processor
 * @param chargeKey names the charge to the processor
 * @param reason why nothing was attempted
 * @param at when it was given up
 */
public record GivenUpCharge(String card, String processor, String chargeKey, String reason, Instant at) {}
