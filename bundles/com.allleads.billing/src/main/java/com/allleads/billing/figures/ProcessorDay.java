package com.allleads.billing.figures;

import java.time.LocalDate;
import org.joda.money.Money;

/**
 * A processor's day.
 *
 * @param day a day of UTC
 * @param volume how much was taken by charges asked for on that day
 * @param outcomes what became of them
 */
public record ProcessorDay(LocalDate day, Money volume, Outcomes outcomes) {}
