package com.allleads.billing.processors;

import static com.allleads.billing.Testing.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.person.PersonId;
import com.allleads.billing.Platform;
import com.allleads.billing.PlayedProcessor;
import com.allleads.billing.processors.DrainAnswer.NotInstalled;
import com.allleads.billing.processors.DrainAnswer.Ordered;
import com.allleads.billing.topups.TopUp;
import com.allleads.billing.topups.TopUpStatus;
import com.allleads.spi.party.PartyField;
import com.allleads.spi.party.PartyUse;
import com.allleads.spi.payment.ChargeOutcome.Settled;
import com.allleads.store.testing.StoreRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

public class ProcessorsTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private final PersonId person = PersonId.random();
    private final PlayedProcessor old = new PlayedProcessor("played");
    private final PlayedProcessor next = new PlayedProcessor("played");
    private Platform platform;

    @Before
    public void start() {
        platform = new Platform(STORE);
    }

    @After
    public void stop() {
        platform.close();
    }

    // ---- who is refused

    @Test
    public void refusesAProcessorThatDeclaresASecondaryUse() {
        old.declaration = PlayedProcessor.declaration(
                "played", Set.of(PartyUse.CARRY_OUT, PartyUse.SECONDARY), PartyField.values());

        refuses("secondary use");
    }

    @Test
    public void refusesAProcessorThatDeclaresNothing() {
        old.declaration = null;

        refuses("declares nothing");
    }

    @Test
    public void refusesAProcessorThatDoesNotDeclareAllThatItWouldBeHanded() {
        old.declaration = PlayedProcessor.declaration("played", Set.of(PartyUse.CARRY_OUT), PartyField.CARD_TOKEN);

        refuses("hands over");
    }

    @Test
    public void refusesAProcessorWithoutAUse() {
        old.declaration = PlayedProcessor.declaration("played", Set.of(), PartyField.values());

        refuses("what it uses the data for");
    }

    private void refuses(String why) {
        platform.install(old, "1.0.0");

        assertThat(platform.processors.reports()).singleElement().satisfies(report -> {
            assertThat(report.state()).isEqualTo(ProcessorState.REFUSED);
            assertThat(report.refusal()).get().asString().contains(why);
        });
        assertThat(platform.processors.active()).isEmpty();
        assertThat(platform.processors.reachable("played")).isEmpty();
    }

    // ---- draining

    @Test
    public void drainsAndLetsFinishWhatIsUnderWay() {
        CountDownLatch answer = new CountDownLatch(1);
        old.onCharge = request -> {
            await(answer);
            return new Settled("done");
        };
        platform.install(old, "1.0.0");
        String card = platform.card(person, "played");
        CompletableFuture<TopUp> paying = CompletableFuture.supplyAsync(() -> platform.topUp(person, card, "5.00"));
        Awaitility.await().until(() -> !old.charges.isEmpty());

        Ordered ordered = (Ordered) platform.processors.drain("played", Optional.empty());

        assertThat(ordered.drained().state()).isEqualTo(ProcessorState.DRAINING);
        assertThat(ordered.drained().inFlight()).isEqualTo(1);
        assertThat(ordered.successor()).isEmpty();
        assertThat(platform.topUp(person, card, "6.00").status()).isEqualTo(TopUpStatus.NOT_ATTEMPTED);
        answer.countDown();
        TopUp paid = paying.join();
        Awaitility.await().until(() -> platform.status(paid) == TopUpStatus.SETTLED);
        Awaitility.await().until(() -> state(0) == ProcessorState.DRAINED);
        assertThat(platform.available(person)).isEqualTo(usd("5.00"));
        assertThat(platform.processors.active()).isEmpty();
    }

    @Test
    public void staysDrainedOverARestart() {
        ProcessorSource source = platform.install(old, "1.0.0");
        platform.processors.drain("played", Optional.empty());

        try (Platform restarted = new Platform(STORE)) {
            restarted.processors.arrive(source, old);
            assertThat(restarted.processors.active()).isEmpty();
            assertThat(restarted.processors.reports().get(0).state()).isEqualTo(ProcessorState.DRAINED);
        }
    }

    @Test
    public void takesPaymentsAgainOnceItIsInstalledAnew() {
        ProcessorSource source = platform.install(old, "1.0.0");
        platform.processors.drain("played", Optional.empty());
        platform.processors.leave(source.service());

        platform.install(old, "1.0.0");

        assertThat(state(0)).isEqualTo(ProcessorState.ACTIVE);
    }

    @Test
    public void handsOverToANewerVersionBesideTheOldOne() {
        platform.install(old, "1.0.0");
        String card = platform.card(person, "played");
        platform.install(next, "1.1.0");

        Ordered ordered = (Ordered) platform.processors.drain("played", Optional.empty());

        assertThat(ordered.drained().version()).isEqualTo("1.0.0");
        assertThat(ordered.drained().state()).isEqualTo(ProcessorState.DRAINED);
        assertThat(ordered.successor()).contains("1.1.0");
        assertThat(platform.topUp(person, card, "5.00").status()).isEqualTo(TopUpStatus.SETTLED);
        assertThat(next.charges).hasSize(1);
        assertThat(old.charges).isEmpty();
        assertThat(platform.processors.drain("played", Optional.empty()))
                .as("again: the successor is not drained by it")
                .isEqualTo(ordered);
    }

    @Test
    public void drainsTheVersionThatIsNamed() {
        platform.install(old, "1.0.0");
        platform.install(next, "1.1.0");

        Ordered ordered = (Ordered) platform.processors.drain("played", Optional.of("1.1.0"));

        assertThat(ordered.drained().version()).isEqualTo("1.1.0");
        assertThat(ordered.successor()).contains("1.0.0");
        assertThat(platform.processors.drain("played", Optional.of("9.0.0"))).isInstanceOf(NotInstalled.class);
    }

    @Test
    public void letsTheNewestVersionTakePaymentsAndKeepsTheOthersInReserve() {
        platform.install(next, "1.1.0");
        platform.install(old, "1.0.0");

        assertThat(platform.processors.reports())
                .extracting(ProcessorReport::state)
                .containsExactly(ProcessorState.STANDBY, ProcessorState.ACTIVE);
        assertThat(platform.processors.active()).hasSize(1);
    }

    @Test
    public void knowsNoProcessorThatIsNotInstalled() {
        assertThat(platform.processors.drain("nobody", Optional.empty())).isInstanceOf(NotInstalled.class);
        assertThat(platform.processors.board("nobody")).isEmpty();
    }

    private ProcessorState state(int index) {
        List<ProcessorReport> reports = platform.processors.reports();
        return reports.get(index).state();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("waited in vain");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted");
        }
    }
}
