package com.allleads.payment.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.ChargeRequest;
import com.allleads.spi.payment.RefundOutcome;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.joda.money.Money;

/** Nothing goes wrong at once that goes right one after the other. */
final class ManyThreads implements Check {

    private static final int CALLERS = 16;
    private static final int ROUNDS = 4;

    @Override
    public void of(Bench bench) throws Exception {
        if (!bench.hasRecord()) {
            throw Bench.notTestable("what many threads do to the money: there is no record of the company's");
        }
        ChargeRequest settled = bench.settled();
        boolean settledAgain = bench.charge(settled) instanceof ChargeOutcome.Settled;
        if (!settledAgain || bench.taken(settled.key()).size() != 1) {
            throw Bench.notTestable("many threads: one alone is wrong already");
        }
        differentKeys(bench);
        for (int round = 0; round < ROUNDS; round++) {
            sameKey(bench);
        }
        sameRefund(bench);
        manyRefunds(bench);
    }

    private static void differentKeys(Bench bench) throws Exception {
        List<ChargeRequest> requests = new ArrayList<>();
        List<Callable<ChargeOutcome>> calls = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            ChargeRequest request = bench.request(bench.cards().settling());
            requests.add(request);
            calls.add(() -> bench.charge(request));
        }
        List<ChargeOutcome> outcomes = bench.atOnce(calls);
        for (int i = 0; i < CALLERS; i++) {
            agrees(bench, requests.get(i), outcomes.get(i));
        }
    }

    private static void sameKey(Bench bench) throws Exception {
        ChargeRequest request = bench.request(bench.cards().settling());
        Callable<ChargeOutcome> call = () -> bench.charge(request);
        for (ChargeOutcome outcome : bench.atOnce(Collections.nCopies(CALLERS, call))) {
            agrees(bench, request, outcome);
        }
    }

    private static void agrees(Bench bench, ChargeRequest request, ChargeOutcome outcome) throws Exception {
        List<Money> taken = bench.taken(request.key());
        assertThat(taken)
                .as("what charge %s took among others at the same time", request.key())
                .hasSizeLessThanOrEqualTo(1);
        if (outcome instanceof ChargeOutcome.Settled) {
            assertThat(taken)
                    .as("what a charge took of which was said: %s", outcome)
                    .hasSize(1);
        } else if (OnlyWhatIsKnown.saysNoMoney(outcome)) {
            assertThat(taken)
                    .as("what a charge took of which was said: %s", outcome)
                    .isEmpty();
        }
    }

    private static void sameRefund(Bench bench) throws Exception {
        ChargeRequest charge = bench.settled();
        String probe = Bench.key();
        Money part = charge.amount().dividedBy(4, RoundingMode.DOWN);
        if (!(bench.refund(probe, charge, part) instanceof RefundOutcome.Refunded)) {
            bench.untested("refunds by many threads: the processor gives nothing back");
            return;
        }
        bench.refund(probe, charge, part);
        int before = bench.givenBack(charge.key()).size();
        if (before != 1) {
            return;
        }
        String key = Bench.key();
        Callable<RefundOutcome> call = () -> bench.refund(key, charge, part);
        bench.atOnce(Collections.nCopies(CALLERS, call));
        assertThat(bench.givenBack(charge.key()))
                .as("what was given back by one refund that many threads asked for, beside one before")
                .hasSizeLessThanOrEqualTo(2);
    }

    private static void manyRefunds(Bench bench) throws Exception {
        ChargeRequest charge = bench.settled();
        if (!(bench.refund(Bench.key(), charge, charge.amount()) instanceof RefundOutcome.Refunded)
                || bench.refund(Bench.key(), charge, charge.amount()) instanceof RefundOutcome.Refunded) {
            return;
        }
        ChargeRequest other = bench.settled();
        Callable<RefundOutcome> call = () -> bench.refund(Bench.key(), other, other.amount());
        bench.atOnce(Collections.nCopies(CALLERS, call));
        assertThat(bench.givenBack(other.key()))
                .as("what was given back of a charge by whole refunds at the same time")
                .hasSizeLessThanOrEqualTo(1);
    }
}
