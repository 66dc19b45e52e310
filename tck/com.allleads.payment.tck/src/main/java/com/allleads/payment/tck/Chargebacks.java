package com.allleads.payment.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.ChargeRequest;
import java.util.Optional;
import org.joda.money.Money;

/** Money that the card's bank took back is told of, and stays told. */
final class Chargebacks implements Check {

    @Override
    public void of(Bench bench) throws Exception {
        if (bench.cards().chargedBack().isEmpty()) {
            throw Bench.notTestable("chargebacks: no card is given whose charges are charged back");
        }
        ChargeRequest charge = bench.request(bench.cards().chargedBack().get());
        bench.charge(charge);
        assertThat(Wait.until(() -> total(bench, charge).isPresent(), bench.patience()))
                .as("whether a look-up finds a charge as charged back that was")
                .isTrue();
        Money first = total(bench, charge).orElseThrow();
        isPlausible(charge, first);
        bench.restart();
        if (bench.found(charge.key()).isEmpty()) {
            throw Bench.notTestable("chargebacks after a restart: nothing is found after any");
        }
        Optional<Money> later = total(bench, charge);
        assertThat(later).as("the total that was charged back, after a restart").isPresent();
        isPlausible(charge, later.get());
        assertThat(later.get().isLessThan(first))
                .as("whether the total that was charged back shrank from %s to %s", first, later.get())
                .isFalse();
    }

    private static void isPlausible(ChargeRequest charge, Money total) {
        assertThat(total.getCurrencyUnit())
                .as("the currency that was charged back")
                .isEqualTo(charge.amount().getCurrencyUnit());
        assertThat(total.isPositive() && !total.isGreaterThan(charge.amount()))
                .as("whether %s can be charged back of %s", total, charge.amount())
                .isTrue();
    }

    static Optional<Money> total(Bench bench, ChargeRequest charge) {
        return bench.found(charge.key())
                .filter(ChargeOutcome.ChargedBack.class::isInstance)
                .map(found -> ((ChargeOutcome.ChargedBack) found).total());
    }
}
