package com.allleads.payment.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.ChargeRequest;
import com.allleads.spi.payment.RefundOutcome;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;

/** A key moves money once, whoever asks how often. */
final class Idempotent implements Check {

    private static final int LONGEST_KEY = 64;
    private static final Duration A_WHILE = Duration.ofSeconds(2);

    @Override
    public void of(Bench bench) throws Exception {
        ChargeRequest request = bench.settled();
        repeatsNothing(bench, request, "asked again");
        Money other = request.amount().multipliedBy(2);
        bench.charge(bench.request(request.key(), request.token(), other));
        movedOnce(bench, request, "asked again with another amount");
        bench.restart();
        repeatsNothing(bench, request, "asked again after a restart");
        tellsKeysApart(bench);
        takesNothingAfterAChargeback(bench);
        repeatsNoRefund(bench, request);
        if (!bench.hasRecord()) {
            bench.untested("whether money moved again: there is no record of the company's");
        }
    }

    private static void repeatsNothing(Bench bench, ChargeRequest first, String when) throws Exception {
        // Look-ups are another rule's.
        Optional<String> reference = bench.hasRecord() ? Optional.empty() : reference(bench.found(first.key()));
        ChargeOutcome outcome = bench.charge(first);
        assertThat(outcome).as("a settled charge, %s", when).isInstanceOf(ChargeOutcome.Settled.class);
        movedOnce(bench, first, when);
        if (reference.isPresent()) {
            assertThat(reference(Optional.of(outcome)))
                    .as("the reference of a settled charge, %s", when)
                    .isEqualTo(reference);
        }
    }

    private static void movedOnce(Bench bench, ChargeRequest request, String when) throws Exception {
        assertThat(bench.taken(request.key()))
                .as("what charge %s took, %s", request.key(), when)
                .hasSizeLessThanOrEqualTo(1);
    }

    private static void tellsKeysApart(Bench bench) throws Exception {
        String stem =
                (Bench.key() + "-" + Bench.key()).substring(0, LONGEST_KEY - 1).toLowerCase(Locale.ROOT);
        Set<Optional<String>> references = new HashSet<>();
        int before = bench.movements().size();
        for (String key : List.of(stem + "a", stem + "b", stem + "A")) {
            bench.settles(bench.request(key, bench.cards().settling(), bench.amount()));
            if (bench.hasRecord()) {
                before++;
                assertThat(bench.movements())
                        .as("movements after charge %s, which is like others but for the last character", key)
                        .hasSize(before);
            } else {
                assertThat(references.add(reference(bench.found(key))))
                        .as("whether charge %s has another reference than those like it", key)
                        .isTrue();
            }
        }
    }

    private static void takesNothingAfterAChargeback(Bench bench) throws Exception {
        if (bench.cards().chargedBack().isEmpty()) {
            bench.untested("what was charged back asked again: no card is given whose charges are charged back");
            return;
        }
        ChargeRequest charge = bench.request(bench.cards().chargedBack().get());
        bench.charge(charge);
        if (Wait.until(() -> Chargebacks.total(bench, charge).isPresent(), A_WHILE)) {
            bench.charge(charge);
            movedOnce(bench, charge, "asked again after it was charged back");
        } else {
            bench.untested("what was charged back asked again: it was not charged back at once");
        }
    }

    private static void repeatsNoRefund(Bench bench, ChargeRequest charge) throws Exception {
        String key = Bench.key();
        Money part = Money.ofMinor(charge.amount().getCurrencyUnit(), 500);
        RefundOutcome first = bench.refund(key, charge, part);
        if (!(first instanceof RefundOutcome.Refunded)) {
            bench.untested("refunds asked again: the processor gives nothing back");
            return;
        }
        for (String when : List.of("asked again", "asked again after a restart")) {
            assertThat(bench.refund(key, charge, part)).as("a refund, %s", when).isEqualTo(first);
            assertThat(bench.givenBack(charge.key()))
                    .as("what was given back of charge %s, %s", charge.key(), when)
                    .hasSizeLessThanOrEqualTo(1);
            bench.restart();
        }
    }

    private static Optional<String> reference(Optional<ChargeOutcome> outcome) {
        return outcome.filter(ChargeOutcome.Settled.class::isInstance)
                .map(settled -> ((ChargeOutcome.Settled) settled).reference());
    }
}
