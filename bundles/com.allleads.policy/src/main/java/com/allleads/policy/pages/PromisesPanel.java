package com.allleads.policy.pages;

import com.allleads.api.policy.PromiseReport;
import com.allleads.api.policy.PromiseState;
import com.allleads.api.policy.Promises;
import com.allleads.api.portal.Chart;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.portal.Panel;
import com.allleads.policy.promises.PromiseHistory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many promises are kept, now and on the days before. */
@Component(service = Panel.class)
public final class PromisesPanel implements Panel {

    private static final int DAYS = 14;

    private final Promises promises;
    private final PromiseHistory history;

    @Activate
    public PromisesPanel(@Reference Promises promises, @Reference PromiseHistory history) {
        this.promises = promises;
        this.history = history;
    }

    @Override
    public Info info() {
        return Info.forOperators("promises.menu", 10, PromisesPage.PATH);
    }

    @Override
    public PageAnswer.Show show(PageRequest request) {
        List<PromiseReport> now = promises.reports();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        List<LocalDate> days =
                today.minusDays(DAYS - 1L).datesUntil(today.plusDays(1)).toList();
        Map<LocalDate, Map<PromiseState, Long>> perDay = history.states(days);
        Chart chart = new Chart(
                Chart.Kind.BARS,
                days.stream().map(LocalDate::toString).toList(),
                List.of(
                        series("state.KEPT", Chart.Tone.GOOD, PromiseState.KEPT, days, perDay),
                        series("state.BROKEN", Chart.Tone.BAD, PromiseState.BROKEN, days, perDay),
                        series("state.UNPROVEN", Chart.Tone.PLAIN, PromiseState.UNPROVEN, days, perDay)));
        return PageAnswer.show(
                PromisesPanel.class,
                "promises-panel.ftl",
                Map.of(
                        "kept",
                        count(now, PromiseState.KEPT),
                        "broken",
                        count(now, PromiseState.BROKEN),
                        "all",
                        now.size(),
                        "perDay",
                        chart));
    }

    private static long count(List<PromiseReport> reports, PromiseState state) {
        return reports.stream().filter(report -> report.state() == state).count();
    }

    private static Chart.Series series(
            String name,
            Chart.Tone tone,
            PromiseState state,
            List<LocalDate> days,
            Map<LocalDate, Map<PromiseState, Long>> perDay) {
        return new Chart.Series(
                name,
                tone,
                days.stream()
                        .map(day -> perDay.get(day).getOrDefault(state, 0L).doubleValue())
                        .toList());
    }
}
