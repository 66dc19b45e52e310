package com.allleads.payment.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.ChargeRequest;
import java.util.List;

/** A charge that was answered is found by its key, and looking moves nothing. */
final class FoundAgain implements Check {

    @Override
    public void of(Bench bench) throws Exception {
        ChargeRequest settled = bench.settled();
        List<Movement> before = bench.movements();
        isFound(bench, settled, "at once");
        isFound(bench, settled, "once more");
        bench.restart();
        isFound(bench, settled, "after a restart");
        assertThat(bench.movements()).as("movements after look-ups").hasSameSizeAs(before);
        assertThat(bench.found(Bench.key()))
                .as("what a look-up finds of a key that was never charged")
                .satisfiesAnyOf(found -> assertThat(found).isEmpty(), found -> assertThat(found.orElseThrow())
                        .matches(OnlyWhatIsKnown::saysNoMoney));
        if (!bench.hasRecord()) {
            bench.untested("whether a look-up moves money: there is no record of the company's");
        }
        findsWhatIsPending(bench);
    }

    private static void isFound(Bench bench, ChargeRequest settled, String when) {
        assertThat(bench.found(settled.key()))
                .as("what a look-up finds of a settled charge, %s", when)
                .hasValueSatisfying(found -> assertThat(found).isInstanceOf(ChargeOutcome.Settled.class));
    }

    private static void findsWhatIsPending(Bench bench) throws Exception {
        if (bench.cards().pending().isEmpty()) {
            bench.untested("whether a pending charge is found: no card is given whose charges are pending");
            return;
        }
        ChargeRequest pending = bench.request(bench.cards().pending().get());
        if (bench.charge(pending) instanceof ChargeOutcome.Pending) {
            assertThat(bench.found(pending.key()))
                    .as("what a look-up finds of a pending charge")
                    .hasValueSatisfying(found -> assertThat(found)
                            .isInstanceOfAny(ChargeOutcome.Pending.class, ChargeOutcome.Settled.class));
            assertThat(bench.becomesSettled(pending))
                    .as("whether a pending charge is found as settled")
                    .isTrue();
        } else {
            bench.untested("whether a pending charge is found: the card that should be pending is not");
        }
    }
}
