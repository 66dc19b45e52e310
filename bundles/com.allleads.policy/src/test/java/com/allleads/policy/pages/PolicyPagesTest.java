package com.allleads.policy.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.policy.PromiseReport;
import com.allleads.api.policy.PromiseState;
import com.allleads.api.policy.Promises;
import com.allleads.api.rest.ProblemException;
import com.allleads.policy.promises.PromiseHistory;
import com.allleads.portal.testing.Look;
import com.allleads.store.testing.StoreRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;

public final class PolicyPagesTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Rule
    public final StoreRule store = new StoreRule("db/changelog.xml");

    private final Promises promises = new Told();

    @Test
    public void listsEveryPromiseWithItsState() {
        assertThat(Look.at(new PromisesPage(promises)).asOperator().html())
                .contains("choice.opt-in", "You must act.", ">kept<", ">broken<");
    }

    @Test
    public void listsThoseInOneState() {
        assertThat(Look.at(new PromisesPage(promises))
                        .asOperator()
                        .with("state", "BROKEN")
                        .html())
                .contains("security.alteration")
                .doesNotContain("choice.opt-in");
    }

    @Test
    public void showsEvidenceAndHistoryOfOnePromise() {
        turn("security.alteration", NOON, PromiseState.BROKEN);

        assertThat(promise("security.alteration").html())
                .contains("Breaks in the chain", ">2<", "24 Nov 2026, 12:00 UTC");
    }

    @Test
    public void speaksSpanish() {
        assertThat(promise("security.alteration").in("es").html())
                .contains("No ha cambiado nunca.")
                .contains("<span lang=\"en\">Nothing is altered.</span>");
    }

    @Test
    public void knowsNoOtherPromise() {
        assertThatThrownBy(() -> promise("made.up").html()).isInstanceOf(ProblemException.class);
    }

    @Test
    public void countsWherePromisesStoodAtTheEndOfEachDay() {
        turn("choice.opt-in", NOON, PromiseState.UNPROVEN);
        turn("choice.opt-in", NOON.plusSeconds(60), PromiseState.KEPT);
        turn("security.alteration", NOON.plusSeconds(86_400), PromiseState.BROKEN);
        LocalDate day = LocalDate.ofInstant(NOON, ZoneOffset.UTC);

        assertThat(history().states(List.of(day.minusDays(1), day, day.plusDays(1))))
                .containsEntry(day.minusDays(1), Map.of())
                .containsEntry(day, Map.of(PromiseState.KEPT, 1L))
                .containsEntry(day.plusDays(1), Map.of(PromiseState.KEPT, 1L, PromiseState.BROKEN, 1L));
    }

    @Test
    public void listsOutsidePartiesAsTheyAreInstalled() {
        assertThat(Look.at(new OutsidePartiesPage(List::of)).asOperator().html())
                .contains("No outside party is installed: nothing leaves the site.");
    }

    private Look promise(String id) {
        return Look.at(new PromisePage(promises, history())).asOperator().with("id", id);
    }

    private PromiseHistory history() {
        return new PromiseHistory(store.jdbi());
    }

    private void turn(String promise, Instant at, PromiseState state) {
        store.jdbi()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO policy_promise_turn (promise, turned_at, state, evidence) VALUES (?, ?, ?, ?)",
                        promise,
                        at.toEpochMilli(),
                        state.name(),
                        "{}"));
    }

    /** What is told of two promises. */
    private static final class Told implements Promises {

        @Override
        public List<PromiseReport> reports() {
            return List.of(
                    new PromiseReport("choice.opt-in", "You must act.", PromiseState.KEPT, Map.of(), "Well.", NOON),
                    new PromiseReport(
                            "security.alteration",
                            "Nothing is altered.",
                            PromiseState.BROKEN,
                            Map.of("breaks in the chain", 2L),
                            "Not well.",
                            NOON));
        }

        @Override
        public Optional<PromiseReport> report(String id) {
            return reports().stream().filter(report -> report.id().equals(id)).findFirst();
        }
    }
}
