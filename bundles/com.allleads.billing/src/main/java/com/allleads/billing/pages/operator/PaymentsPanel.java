package com.allleads.billing.pages.operator;

import com.allleads.api.portal.Chart;
import com.allleads.api.portal.Chart.Series;
import com.allleads.api.portal.Chart.Tone;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.portal.Panel;
import com.allleads.billing.topups.TopUpStatus;
import com.allleads.billing.topups.TopUps;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Top-ups of the last two weeks, by day and outcome, and those that are not decided yet. */
@Component(service = Panel.class)
public final class PaymentsPanel implements Panel {

    private static final int DAYS = 14;

    private final TopUps topUps;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public PaymentsPanel(@Reference TopUps topUps) {
        this.topUps = topUps;
    }

    @Override
    public Info info() {
        return Info.forOperators("payments.title", 210, PaymentsPage.PATH);
    }

    @Override
    public PageAnswer.Show show(PageRequest request) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate first = today.minusDays(DAYS - 1L);
        return PageAnswer.show(
                PaymentsPanel.class,
                "payments-panel.ftl",
                Map.of(
                        "open",
                        ShownOpen.all(topUps.open(), clock.instant()),
                        "perDay",
                        chart(first.datesUntil(today.plusDays(1)).toList(), topUps.perDay(first))));
    }

    private static Chart chart(List<LocalDate> days, Map<LocalDate, Map<TopUpStatus, Long>> counts) {
        return new Chart(
                Chart.Kind.BARS,
                days.stream().map(LocalDate::toString).toList(),
                List.of(
                        series("series.SETTLED", Tone.GOOD, days, counts, TopUpStatus.SETTLED),
                        series("series.OPEN", Tone.WAIT, days, counts, TopUpStatus.PENDING, TopUpStatus.UNKNOWN),
                        series("series.DECLINED", Tone.PLAIN, days, counts, TopUpStatus.DECLINED),
                        series("series.NOT_ATTEMPTED", Tone.BAD, days, counts, TopUpStatus.NOT_ATTEMPTED)));
    }

    private static Series series(
            String name,
            Tone tone,
            List<LocalDate> days,
            Map<LocalDate, Map<TopUpStatus, Long>> counts,
            TopUpStatus... statuses) {
        return new Series(
                name,
                tone,
                days.stream()
                        .map(day -> counts.getOrDefault(day, Map.of()))
                        .map(ofDay -> Stream.of(statuses)
                                .mapToDouble(status -> ofDay.getOrDefault(status, 0L))
                                .sum())
                        .toList());
    }
}
