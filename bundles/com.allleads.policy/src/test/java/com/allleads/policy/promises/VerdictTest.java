package com.allleads.policy.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.api.policy.PromiseState;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.Test;

public class VerdictTest {

    private static final Promise PROMISE =
            new Promise("security.alteration", "Security", "Protected.", List.of("billing", "vault"));

    @Test
    public void isKeptWhenEveryNeededCapabilityProvesIt() {
        Evidence verdict = Verdict.of(
                PROMISE, Map.of("vault", List.of(counting("breaks", 0)), "billing", List.of(counting("gaps", 0))));

        assertThat(verdict.state()).isEqualTo(PromiseState.KEPT);
        assertThat(verdict.counts()).containsEntry("breaks", 0L).containsEntry("gaps", 0L);
    }

    @Test
    public void isUnprovenWhileANeededCapabilityIsAbsent() {
        Evidence verdict = Verdict.of(PROMISE, Map.of("vault", List.of(counting("breaks", 0))));

        assertThat(verdict.state()).isEqualTo(PromiseState.UNPROVEN);
        assertThat(verdict.note()).contains("No evidence comes from billing.");
    }

    @Test
    public void isUnprovenWithoutAnyCheck() {
        assertThat(Verdict.of(PROMISE, Map.of()).state()).isEqualTo(PromiseState.UNPROVEN);
    }

    @Test
    public void isBrokenWhenOneCheckSaysSoEvenIfAnotherIsAbsent() {
        Evidence verdict = Verdict.of(PROMISE, Map.of("vault", List.of(counting("breaks", 1))));

        assertThat(verdict.state()).isEqualTo(PromiseState.BROKEN);
    }

    @Test
    public void isUnprovenWhenACheckFails() {
        Evidence verdict =
                Verdict.of(PROMISE, Map.of("vault", List.of(counting("breaks", 0)), "billing", List.of(check(() -> {
                    throw new IllegalStateException("the table is gone");
                }))));

        assertThat(verdict.state()).isEqualTo(PromiseState.UNPROVEN);
        assertThat(verdict.note()).contains("could not be counted").doesNotContain("table");
    }

    private static PromiseCheck counting(String violation, long violations) {
        return check(() -> Evidence.none(violation, violations, "rows", 10, "Counted."));
    }

    private static PromiseCheck check(Supplier<Evidence> count) {
        return new PromiseCheck() {
            @Override
            public String promise() {
                return PROMISE.id();
            }

            @Override
            public Evidence count() {
                return count.get();
            }
        };
    }
}
