package com.allleads.payment.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.ChargeRequest;
import com.allleads.spi.payment.RefundOutcome;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What moves is the amount, in its currency, and nothing is rounded or converted on the way. */
final class ToTheMinorUnit implements Check {

    private static final List<Long> MINOR_UNITS = List.of(101L, 1234L, 199_999L);
    private static final int MOST_CURRENCIES = 8;

    @Override
    public void of(Bench bench) throws Exception {
        refusesWhatItDoesNotCharge(bench);
        if (!bench.hasRecord()) {
            bench.untested("whether amounts are exact: there is no record of the company's");
            return;
        }
        List<CurrencyUnit> currencies = bench.processor().traits().currencies().stream()
                .sorted()
                .limit(MOST_CURRENCIES)
                .toList();
        for (CurrencyUnit currency : currencies) {
            for (long minorUnits : MINOR_UNITS) {
                isExact(bench, Money.ofMinor(currency, minorUnits));
            }
        }
        refundIsExact(bench);
    }

    private static void isExact(Bench bench, Money amount) throws Exception {
        ChargeRequest request = bench.request(Bench.key(), bench.cards().settling(), amount);
        if (bench.settles(request)) {
            assertThat(bench.taken(request.key()))
                    .as("what a charge of %s took", amount)
                    .allMatch(amount::equals);
        } else {
            bench.untested("a charge of " + amount + ": it did not settle");
        }
    }

    private static void refundIsExact(Bench bench) throws Exception {
        ChargeRequest charge = bench.settled();
        Money part = Money.ofMinor(charge.amount().getCurrencyUnit(), 101);
        if (bench.refund(Bench.key(), charge, part) instanceof RefundOutcome.Refunded) {
            assertThat(bench.givenBack(charge.key()))
                    .as("what a refund of %s gave back", part)
                    .allMatch(part::equals);
        } else {
            bench.untested("whether refunds are exact: the processor gives nothing back");
        }
    }

    private static void refusesWhatItDoesNotCharge(Bench bench) throws Exception {
        CurrencyUnit foreign = Stream.of("USD", "EUR", "GBP", "JPY", "CHF", "SEK", "XTS")
                .map(CurrencyUnit::of)
                .filter(each -> !bench.processor().traits().currencies().contains(each))
                .findFirst()
                .orElse(CurrencyUnit.of("XXX"));
        ChargeRequest request = bench.request(Bench.key(), bench.cards().settling(), Money.ofMinor(foreign, 1234));
        assertThat(bench.charge(request))
                .as("a charge in %s, which is not in the traits", foreign)
                .isInstanceOfAny(ChargeOutcome.Declined.class, ChargeOutcome.NotAttempted.class);
        assertThat(bench.taken(request.key()))
                .as("what a charge in %s took, which is not in the traits", foreign)
                .isEmpty();
    }
}
