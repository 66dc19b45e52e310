package com.allleads.billing.cards;

import java.time.Instant;

/**
 * A person's card, without its token.
 *
 * @param id names it
 * @param processor whose card it is: no other can charge it
 * @param brand as in {@code Visa}
 * @param last4 the last four digits
 * @param addedAt when it was added
 */
public record Card(String id, String processor, String brand, String last4, Instant addedAt) {}
