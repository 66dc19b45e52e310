package com.allleads.billing.console;

import com.allleads.api.rest.IdempotencyKey;
import com.allleads.api.rest.ProblemException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.karaf.shell.support.ShellUtil;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What an operator enters at the console, and who that is. */
final class EnteredByOperator {

    private EnteredByOperator() {}

    /** The operator's name; not the shell's variable USER, which anybody may set. */
    static String name() {
        return Optional.ofNullable(ShellUtil.getCurrentUserName())
                .orElseThrow(() -> new IllegalStateException("Only an operator who signed in may do this."));
    }

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

    /** Does what was entered, and says what is wrong with it by the names of the arguments. */
    static <T> T accepted(Supplier<T> work) {
        try {
            return work.get();
        } catch (ProblemException refused) {
            String fields = refused.problem().errors().stream()
                    .map(error -> error.field().toUpperCase(Locale.ROOT) + " " + error.message())
                    .collect(Collectors.joining("; "));
            throw new IllegalArgumentException(
                    fields.isEmpty()
                            ? refused.problem()
                                    .detail()
                                    .orElse(refused.problem().title())
                            : fields);
        }
    }
}
