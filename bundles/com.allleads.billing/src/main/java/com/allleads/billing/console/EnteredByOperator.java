package com.allleads.billing.console;

import com.allleads.api.rest.IdempotencyKey;
import java.math.BigDecimal;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What an operator enters at the console. */
final class EnteredByOperator {

    private EnteredByOperator() {}

    /** The key of a request of its own: a command is never sent twice, so that no body was digested. */
    static IdempotencyKey request() {
        return new IdempotencyKey(UUID.randomUUID().toString(), "0".repeat(64));
    }

    /** An amount. */
    static Money money(String amount, CurrencyUnit currency) {
        try {
            return Money.of(currency, new BigDecimal(amount));
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "AMOUNT: a number with as many decimals as the currency has, as in 12.50");
        }
    }
}
