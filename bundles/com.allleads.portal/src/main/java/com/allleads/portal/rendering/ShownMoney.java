package com.allleads.portal.rendering;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
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

    static ShownMoney of(Money money) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        format.setMinimumFractionDigits(money.getScale());
        format.setMaximumFractionDigits(money.getScale());
        return new ShownMoney(
                format.format(money.getAmount()),
                money.getAmount().toPlainString(),
                money.getCurrencyUnit().getCode(),
                money.isNegative());
    }
}
