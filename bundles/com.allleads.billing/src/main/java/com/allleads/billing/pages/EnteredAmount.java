package com.allleads.billing.pages;

import com.allleads.api.rest.Problem;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Reads an amount as people write it. */
public final class EnteredAmount {

    private EnteredAmount() {}

    /**
     * The amount in a currency.
     *
     * @throws com.allleads.api.rest.ProblemException naming {@code amount} where it is none
     */
    public static Money of(String text, CurrencyUnit currency) {
        return of("amount", text, currency);
    }

    /**
     * The amount of a field in a currency.
     *
     * @throws com.allleads.api.rest.ProblemException naming the field where it is none
     */
    static Money of(String field, String text, CurrencyUnit currency) {
        if (!text.matches("[0-9]{1,12}(\\.[0-9]{1,6})?")) {
            throw Problem.invalid(field, "must be a number, as in 20 or 12.50").exception();
        }
        try {
            return Money.of(currency, new BigDecimal(text));
        } catch (ArithmeticException tooFine) {
            throw Problem.invalid(field, "must have at most " + currency.getDecimalPlaces() + " decimals")
                    .exception();
        }
    }
}
