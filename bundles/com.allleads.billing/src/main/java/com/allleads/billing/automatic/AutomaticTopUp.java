package com.allleads.billing.automatic;

import com.allleads.api.person.PersonId;
import java.time.Instant;
import org.joda.money.Money;

/**
 * What a person set.
 *
 * @param person whose balance
 * @param card the card that is charged
 * @param threshold below which the balance is topped up
 * @param amount by how much
 * @param dip how often the balance fell below so far
 * @param setAt when it was set
 */
public record AutomaticTopUp(PersonId person, String card, Money threshold, Money amount, long dip, Instant setAt) {}
