package com.allleads.registration;

import com.allleads.api.registration.Accounts.Status;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many accounts there are, without a word about anybody's. */
@Component(service = AccountCounts.class)
public final class AccountCounts {

    private static final long DAY = 86_400_000;

    private final Jdbi jdbi;

    @Activate
    public AccountCounts(@Reference(target = "(schema=com.allleads.registration)") Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** How many stand where. */
    public Map<Status, Long> byStatus() {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        jdbi.useHandle(handle -> handle.createQuery("SELECT status, COUNT(*) FROM registration_account GROUP BY status")
                .map((row, context) -> counts.put(Status.valueOf(row.getString(1)), row.getLong(2)))
                .list());
        return counts;
    }

    /** How many were registered on each day since one, in UTC; days without any are missing. */
    public Map<LocalDate, Long> registeredSince(LocalDate first) {
        Map<LocalDate, Long> counts = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT r.since_1970, COUNT(*) FROM"
                        + " (SELECT registered_at / " + DAY + " AS since_1970 FROM registration_account"
                        + " WHERE registered_at >= :first) r GROUP BY r.since_1970")
                .bind("first", first.toEpochDay() * DAY)
                .map((row, context) -> counts.put(LocalDate.ofEpochDay(row.getLong(1)), row.getLong(2)))
                .list());
        return counts;
    }
}
