package com.allleads.billing.figures;

import static com.allleads.billing.Testing.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.person.PersonId;
import com.allleads.billing.Platform;
import com.allleads.billing.PlayedProcessor;
import com.allleads.billing.pages.operator.ProcessorFiguresPage;
import com.allleads.portal.testing.Look;
import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.store.testing.StoreRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class FiguresTest {

    @Rule
    public final StoreRule store = new StoreRule("db/changelog.xml");

    private final PersonId ann = PersonId.random();
    private final PlayedProcessor first = new PlayedProcessor("first");
    private final PlayedProcessor second = new PlayedProcessor("second");
    private Platform platform;

    @Before
    public void start() {
        platform = new Platform(store);
        platform.install(first, "1.0.0");
        platform.install(second, "1.0.0");
    }

    @After
    public void stop() {
        platform.close();
    }

    @Test
    public void countsByProcessorDayAndOutcomeAndAddsUpWhatWasTaken() {
        asked();

        assertThat(figures(Instant.now()).latest())
                .extracting(ProcessorFigures::processor)
                .containsExactly("first", "second");
        ProcessorFigures ofFirst = figures(Instant.now()).latest().get(0);
        assertThat(ofFirst.volume()).isEqualTo(usd("7.50"));
        assertThat(ofFirst.outcomes()).isEqualTo(new Outcomes(2, 1, 0, 0, 0));
        assertThat(ofFirst.days()).hasSize(Figures.DAYS);
        ProcessorDay today = ofFirst.days().get(Figures.DAYS - 1);
        assertThat(today.day()).isEqualTo(LocalDate.now(ZoneOffset.UTC));
        assertThat(today.volume()).isEqualTo(usd("7.50"));
        assertThat(ofFirst.days().get(0).outcomes()).isEqualTo(Outcomes.NONE);
        assertThat(figures(Instant.now()).latest().get(1).outcomes()).isEqualTo(new Outcomes(0, 0, 0, 1, 0));
    }

    @Test
    public void leavesOutWhatIsOlder() {
        asked();

        Instant lastDay = Instant.now().plus(Duration.ofDays(Figures.DAYS - 1));
        assertThat(figures(lastDay).latest()).hasSize(2);
        assertThat(figures(lastDay.plus(Duration.ofDays(1))).latest()).isEmpty();
    }

    @Test
    public void countsWhatWasGivenUpForAFallbackCardAsNotAttempted() {
        store.jdbi()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO billing_charge_given_up (top_up, card, processor, charge_key, reason, given_up_at)"
                                + " VALUES ('t', 'c', 'first', 'k', 'away', ?)",
                        System.currentTimeMillis()));

        assertThat(figures(Instant.now()).latest().get(0).outcomes()).isEqualTo(new Outcomes(0, 0, 1, 0, 0));
    }

    @Test
    public void drawsThemForOperators() {
        ProcessorFiguresPage page = new ProcessorFiguresPage(figures(Instant.now()));
        assertThat(Look.at(page).asOperator().in("es").html())
                .contains("No se pidió nada a ningún procesador de tarjetas en los últimos 30 días.");
        asked();

        assertThat(Look.at(page).asOperator().html())
                .contains("<h2>first</h2>", "<h2>second</h2>", "7.50 USD", "<svg", "Taken per day, in USD")
                .doesNotContain("style=");
        assertThat(Look.at(page).asOperator().in("es").html()).contains("7,50 USD", "cobrado");
    }

    private void asked() {
        String one = platform.card(ann, "first");
        String other = platform.card(ann, "second");
        platform.topUp(ann, one, "5.00");
        platform.topUp(ann, one, "2.50");
        first.onCharge = request -> new ChargeOutcome.Declined("No.");
        platform.topUp(ann, one, "9.00");
        second.onCharge = request -> new ChargeOutcome.Pending("later");
        platform.topUp(ann, other, "4.00");
    }

    private Figures figures(Instant now) {
        return new Figures(store.jdbi(), platform.settings, Clock.fixed(now, ZoneOffset.UTC));
    }
}
