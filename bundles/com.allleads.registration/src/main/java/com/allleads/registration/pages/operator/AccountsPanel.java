package com.allleads.registration.pages.operator;

import com.allleads.api.portal.Chart;
import com.allleads.api.portal.Chart.Series;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.portal.Panel;
import com.allleads.api.registration.Accounts.Status;
import com.allleads.registration.AccountCounts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Registrations of the last two weeks, by day, and how many accounts there are. */
@Component(service = Panel.class)
public final class AccountsPanel implements Panel {

    private static final int DAYS = 14;

    private final AccountCounts accounts;

    @Activate
    public AccountsPanel(@Reference AccountCounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Info info() {
        return Info.forOperators("accounts.title", 110, "/operator/people");
    }

    @Override
    public PageAnswer.Show show(PageRequest request) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        LocalDate first = today.minusDays(DAYS - 1L);
        Map<Status, Long> standing = accounts.byStatus();
        return PageAnswer.show(
                AccountsPanel.class,
                "accounts-panel.ftl",
                Map.of(
                        "active", standing.getOrDefault(Status.ACTIVE, 0L),
                        "waiting", standing.getOrDefault(Status.UNVERIFIED, 0L),
                        "perDay",
                                chart(first.datesUntil(today.plusDays(1)).toList(), accounts.registeredSince(first))));
    }

    private static Chart chart(List<LocalDate> days, Map<LocalDate, Long> registered) {
        Series series = new Series(
                "accounts.series",
                Chart.Tone.GOOD,
                days.stream()
                        .map(day -> registered.getOrDefault(day, 0L).doubleValue())
                        .toList());
        return new Chart(Chart.Kind.BARS, days.stream().map(LocalDate::toString).toList(), List.of(series));
    }
}
