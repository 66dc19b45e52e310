package com.allleads.payment.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.ChargeRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

/** What is said to be final is true, and stays true. */
final class OnlyWhatIsKnown implements Check {

    @Override
    public void of(Bench bench) throws Exception {
        ChargeRequest settling = bench.request(bench.cards().settling());
        assertThat(bench.settles(settling))
                .as("whether the card that should settle settles")
                .isTrue();
        if (bench.hasRecord()) {
            assertThat(bench.taken(settling.key()))
                    .as("what a charge took that is said to have settled")
                    .isNotEmpty();
        } else {
            bench.untested("whether money moved as was said: there is no record of the company's");
        }
        declinesForGood(bench);
        doesNotGuess(bench);
    }

    private static void declinesForGood(Bench bench) throws Exception {
        if (bench.cards().declining().isEmpty()) {
            bench.untested("whether a decline is final: no card is given that is declined");
            return;
        }
        ChargeRequest request = bench.request(bench.cards().declining().get());
        assertThat(bench.charge(request)).as("the card that is declined").isInstanceOf(ChargeOutcome.Declined.class);
        for (String when : List.of("asked again", "asked again after a restart")) {
            assertThat(bench.found(request.key()))
                    .as("what a look-up finds of a declined charge, %s", when)
                    .satisfiesAnyOf(found -> assertThat(found).isEmpty(), found -> assertThat(found.orElseThrow())
                            .matches(OnlyWhatIsKnown::saysNoMoney));
            assertThat(bench.charge(request)).as("a declined charge, %s", when).matches(OnlyWhatIsKnown::saysNoMoney);
            assertThat(bench.taken(request.key()))
                    .as("what a declined charge took, %s", when)
                    .isEmpty();
            bench.restart();
        }
    }

    /** An answer that never came is no answer. */
    private static void doesNotGuess(Bench bench) throws Exception {
        if (bench.cards().timingOut().isEmpty()) {
            bench.untested("what is said when the company does not answer: no card is given that times out");
            return;
        }
        Map<ChargeRequest, Future<ChargeOutcome>> begun = new LinkedHashMap<>();
        for (String token : bench.cards().timingOut()) {
            ChargeRequest request = bench.request(token);
            begun.put(request, bench.begin(request));
        }
        for (Map.Entry<ChargeRequest, Future<ChargeOutcome>> each : begun.entrySet()) {
            ChargeOutcome outcome = each.getValue().get();
            List<?> taken = bench.taken(each.getKey().key());
            if (saysNoMoney(outcome)) {
                assertThat(taken)
                        .as("what a charge took of which was said: %s", outcome)
                        .isEmpty();
            } else if (outcome instanceof ChargeOutcome.Settled && bench.hasRecord()) {
                assertThat(taken)
                        .as("what a charge took of which was said: %s", outcome)
                        .isNotEmpty();
            }
        }
    }

    static boolean saysNoMoney(ChargeOutcome outcome) {
        return outcome instanceof ChargeOutcome.Declined || outcome instanceof ChargeOutcome.NotAttempted;
    }
}
