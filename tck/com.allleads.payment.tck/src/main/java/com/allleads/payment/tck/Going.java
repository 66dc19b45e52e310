package com.allleads.payment.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.spi.payment.CardProcessor;
import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.ChargeRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Future;

/** Who leaves finishes what is under way, or what became of it is found by who comes back. */
final class Going implements Check {

    private static final int CALLS = 8;
    private static final Duration UNDER_WAY = Duration.ofMillis(50);

    @Override
    public void of(Bench bench) throws Exception {
        ChargeRequest before = bench.settled();
        bench.restart();
        if (bench.found(before.key()).isEmpty()) {
            throw Bench.notTestable("what is found after going: nothing is found after any restart");
        }
        String token = bench.cards().slow().orElse(bench.cards().settling());
        if (bench.cards().slow().isEmpty()) {
            bench.untested("whether calls under way are cut off: no slow card is given, so that few were under way");
        }
        Map<ChargeRequest, Future<ChargeOutcome>> begun = new LinkedHashMap<>();
        for (int i = 0; i < CALLS; i++) {
            ChargeRequest request = bench.request(token);
            begun.put(request, bench.begin(request));
        }
        Wait.watch(() -> true, UNDER_WAY);
        CardProcessor gone = bench.processor();
        bench.end();
        Map<ChargeRequest, ChargeOutcome> answered = new LinkedHashMap<>();
        for (Map.Entry<ChargeRequest, Future<ChargeOutcome>> each : begun.entrySet()) {
            answered.put(each.getKey(), each.getValue().get());
        }
        ChargeRequest late = lateCall(bench, gone, answered);
        bench.begin();
        for (Map.Entry<ChargeRequest, ChargeOutcome> each : answered.entrySet()) {
            String who = each.getKey().equals(late) ? "after the end" : "while the processor went";
            agrees(bench, each.getKey(), each.getValue(), who);
        }
        if (!bench.hasRecord()) {
            bench.untested("whether money was taken that nobody finds: there is no record of the company's");
        }
    }

    private static ChargeRequest lateCall(Bench bench, CardProcessor gone, Map<ChargeRequest, ChargeOutcome> answered) {
        ChargeRequest late = bench.request(
                Bench.key(),
                bench.cards().settling(),
                answered.keySet().iterator().next().amount());
        ChargeOutcome outcome;
        try {
            outcome = gone.charge(late);
        } catch (RuntimeException e) {
            outcome = new ChargeOutcome.Unknown("it threw " + e.getClass().getName());
        }
        answered.put(late, outcome);
        return late;
    }

    private static void agrees(Bench bench, ChargeRequest request, ChargeOutcome outcome, String when)
            throws Exception {
        boolean taken = !bench.taken(request.key()).isEmpty();
        if (OnlyWhatIsKnown.saysNoMoney(outcome)) {
            assertThat(taken)
                    .as("whether money was taken of a charge of which was said, %s: %s", when, outcome)
                    .isFalse();
        }
        if (taken || outcome instanceof ChargeOutcome.Settled) {
            assertThat(bench.becomesSettled(request))
                    .as("whether a charge is found as settled that was made %s and answered %s", when, outcome)
                    .isTrue();
        }
    }
}
