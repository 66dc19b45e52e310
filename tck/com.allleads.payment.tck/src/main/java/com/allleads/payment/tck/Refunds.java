package com.allleads.payment.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.spi.payment.ChargeRequest;
import com.allleads.spi.payment.RefundOutcome;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Never more goes back than came. */
final class Refunds implements Check {

    @Override
    public void of(Bench bench) throws Exception {
        nothingComesOfNothing(bench);
        ChargeRequest charge = bench.settled();
        CurrencyUnit currency = charge.amount().getCurrencyUnit();
        Money part = Money.ofMinor(currency, 400);
        Money rest = charge.amount().minus(part);
        if (!(bench.refund(Bench.key(), charge, part) instanceof RefundOutcome.Refunded)) {
            bench.untested("how much is given back: the processor gives nothing back");
            return;
        }
        isRefused(bench, charge, rest.plusMinor(1), "more than is left of the charge");
        CurrencyUnit other = currency.equals(CurrencyUnit.USD) ? CurrencyUnit.EUR : CurrencyUnit.USD;
        isRefused(bench, charge, Money.ofMinor(other, 1), "another currency than the charge's");
        bench.restart();
        isRefused(bench, charge, rest.plusMinor(1), "more than is left of the charge, after a restart");
        assertThat(bench.refund(Bench.key(), charge, rest))
                .as("a refund of what is left of the charge")
                .isInstanceOf(RefundOutcome.Refunded.class);
        isRefused(bench, charge, Money.ofMinor(currency, 1), "something when nothing is left of the charge");
    }

    private static void nothingComesOfNothing(Bench bench) throws Exception {
        isRefused(bench, bench.request(bench.cards().settling()), bench.amount(), "money that was never charged");
        if (bench.cards().declining().isPresent()) {
            ChargeRequest declined = bench.request(bench.cards().declining().get());
            bench.charge(declined);
            isRefused(bench, declined, declined.amount(), "money of a charge that was declined");
        }
    }

    private static void isRefused(Bench bench, ChargeRequest charge, Money amount, String what) throws Exception {
        List<Money> before = bench.givenBack(charge.key());
        assertThat(bench.refund(Bench.key(), charge, amount))
                .as("a refund of %s", what)
                .isNotInstanceOf(RefundOutcome.Refunded.class);
        assertThat(bench.givenBack(charge.key()))
                .as("what was given back by a refund of %s", what)
                .isEqualTo(before);
    }
}
