package com.allleads.portal.rendering;

import java.text.NumberFormat;
import java.util.Locale;
import org.joda.money.Money;

/**
 * An amount as templates see it.
 *
 * @param text for people, as in {@code 1,250.00}
 * @param amount for forms and machines, as in {@code 1250.00}
 * @param currency the currency's code
 * @param negative whether it is below zero
 */
public record ShownMoney(String text, String amount, String currency, boolean negative) {

    /** An amount for readers of a language. */
    public static ShownMoney of(Money money, Locale language) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(money.getScale());
        format.setMaximumFractionDigits(money.getScale());
        return new ShownMoney(
                format.format(money.getAmount()),
                money.getAmount().toPlainString(),
                money.getCurrencyUnit().getCode(),
                money.isNegative());
    }

    /** With its currency, as it stands within a sentence. */
    public String inWords() {
        return text + " " + currency;
    }
}
