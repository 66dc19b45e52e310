package com.allleads.payment.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.ChargeRequest;
import com.allleads.spi.payment.LookupOutcome;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Future;

/** What a look-up rules out never happens. */
final class NothingFound implements Check {

    private static final Duration LONGEST_WATCH = Duration.ofSeconds(2);

    @Override
    public void of(Bench bench) throws Exception {
        if (!bench.hasRecord()) {
            bench.untested("whether money is taken of what was ruled out: there is no record of the company's");
        }
        fencesForGood(bench);
        fencesWhatIsUnderWay(bench);
        isRightInTheEnd(bench);
    }

    /** A key that was fenced before its charge came. */
    private static void fencesForGood(Bench bench) throws Exception {
        ChargeRequest late = bench.request(bench.cards().settling());
        if (isRuledOut(bench.lookup(late.key()))) {
            tookNothing(bench, late, bench.charge(late));
            bench.restart();
            tookNothing(bench, late, bench.charge(late));
        }
    }

    private static void fencesWhatIsUnderWay(Bench bench) throws Exception {
        if (bench.cards().slow().isEmpty()) {
            bench.untested("look-ups of what is under way: no slow card is given");
            return;
        }
        ChargeRequest slow = bench.request(bench.cards().slow().get());
        Future<ChargeOutcome> underWay = bench.begin(slow);
        boolean ruledOut = false;
        while (!underWay.isDone() && !ruledOut) {
            ruledOut = isRuledOut(bench.lookup(slow.key()));
        }
        ChargeOutcome outcome = underWay.get();
        if (ruledOut) {
            tookNothing(bench, slow, outcome);
        }
    }

    /** After a time-out the platform asks until it is sure; then that must be what happened. */
    private static void isRightInTheEnd(Bench bench) throws Exception {
        if (bench.cards().timingOut().isEmpty()) {
            bench.untested("what is found after a time-out: no card is given that times out");
            return;
        }
        Duration finalAfter = bench.processor().traits().finalAfter();
        Map<ChargeRequest, Future<ChargeOutcome>> begun = new LinkedHashMap<>();
        for (String token : bench.cards().timingOut()) {
            ChargeRequest request = bench.request(token);
            begun.put(request, bench.begin(request));
        }
        long begin = System.nanoTime();
        for (Map.Entry<ChargeRequest, Future<ChargeOutcome>> each : begun.entrySet()) {
            ChargeRequest request = each.getKey();
            each.getValue().get();
            boolean sure = Wait.until(
                    () -> isSure(bench.lookup(request.key()), System.nanoTime() - begin > finalAfter.toNanos()),
                    shorter(finalAfter, bench.longestFinalAfter()).plus(Duration.ofSeconds(1)));
            if (sure) {
                isRight(bench, request, shorter(finalAfter, LONGEST_WATCH));
            } else if (finalAfter.compareTo(bench.longestFinalAfter()) > 0) {
                bench.untested("what is found after finalAfter: the kit does not wait " + finalAfter);
            } else {
                bench.untested("what is found after a time-out: look-ups were not sure of it after finalAfter");
            }
        }
    }

    private static void isRight(Bench bench, ChargeRequest request, Duration watch) throws Exception {
        LookupOutcome answer = bench.lookup(request.key());
        if (answer instanceof LookupOutcome.Found found && found.outcome() instanceof ChargeOutcome.Settled) {
            return;
        }
        Wait.watch(() -> bench.taken(request.key()).isEmpty(), watch);
        assertThat(bench.taken(request.key()))
                .as("what a charge took of which a look-up said %s", answer)
                .isEmpty();
        assertThat(bench.found(request.key()))
                .as("what is found later of a charge of which a look-up said %s", answer)
                .satisfiesAnyOf(found -> assertThat(found).isEmpty(), found -> assertThat(found.orElseThrow())
                        .matches(OnlyWhatIsKnown::saysNoMoney));
    }

    private static void tookNothing(Bench bench, ChargeRequest request, ChargeOutcome outcome) throws Exception {
        assertThat(outcome)
                .as("a charge whose key was fenced")
                .isNotInstanceOfAny(ChargeOutcome.Settled.class, ChargeOutcome.Pending.class);
        assertThat(bench.taken(request.key()))
                .as("what a charge took whose key was fenced")
                .isEmpty();
    }

    private static boolean isSure(LookupOutcome answer, boolean isFinal) {
        return isRuledOut(answer)
                || (answer instanceof LookupOutcome.NothingFound && isFinal)
                || (answer instanceof LookupOutcome.Found found && found.outcome() instanceof ChargeOutcome.Settled);
    }

    private static boolean isRuledOut(LookupOutcome answer) {
        return answer instanceof LookupOutcome.Fenced
                || (answer instanceof LookupOutcome.Found found && OnlyWhatIsKnown.saysNoMoney(found.outcome()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
