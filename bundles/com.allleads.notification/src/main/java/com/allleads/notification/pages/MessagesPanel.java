package com.allleads.notification.pages;

import com.allleads.api.portal.Chart;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.portal.Panel;
import com.allleads.notification.MessageState;
import com.allleads.notification.Messages;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Messages sent and given up, by day, and how many wait. */
@Component(service = Panel.class)
public final class MessagesPanel implements Panel {

    private static final int DAYS = 14;

    private final Messages messages;

    @Activate
    public MessagesPanel(@Reference Messages messages) {
        this.messages = messages;
    }

    @Override
    public Info info() {
        return Info.forOperators("panel.title", 300, OutboxPage.PATH);
    }

    @Override
    public PageAnswer.Show show(PageRequest request) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        LocalDate first = today.minusDays(DAYS - 1L);
        List<LocalDate> days = first.datesUntil(today.plusDays(1)).toList();
        Chart chart = new Chart(
                Chart.Kind.BARS,
                days.stream().map(LocalDate::toString).toList(),
                List.of(
                        series("panel.sent", Chart.Tone.GOOD, days, messages.endedPerDay(MessageState.SENT, first)),
                        series("panel.dead", Chart.Tone.BAD, days, messages.endedPerDay(MessageState.DEAD, first))));
        return PageAnswer.show(
                MessagesPanel.class,
                "messages-panel.ftl",
                Map.of("waiting", messages.count(MessageState.WAITING), "perDay", chart));
    }

    private static Chart.Series series(
            String name, Chart.Tone tone, List<LocalDate> days, Map<LocalDate, Long> perDay) {
        return new Chart.Series(
                name,
                tone,
                days.stream()
                        .map(day -> perDay.getOrDefault(day, 0L).doubleValue())
                        .toList());
    }
}
