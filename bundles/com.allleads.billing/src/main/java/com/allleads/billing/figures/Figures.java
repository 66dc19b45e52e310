package com.allleads.billing.figures;

import com.allleads.billing.BillingSettings;
import com.allleads.billing.topups.TopUpStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts what card processors did in the last days, by what is known of it now. Says nothing about a person. */
@Component(service = Figures.class)
public final class Figures {

    /** How many days are counted, today among them. */
    public static final int DAYS = 30;

    private static final long MILLIS_PER_DAY = Duration.ofDays(1).toMillis();

    /** A charge that was given up for a fallback card was not attempted by its processor. */
    private static final String COUNTS = "SELECT processor, day_no, status, COUNT(*) AS charges, SUM(amount) AS volume"
            + " FROM (SELECT processor, made_at / " + MILLIS_PER_DAY + " AS day_no, status, amount"
            + " FROM billing_top_up WHERE made_at >= :since"
            + " UNION ALL SELECT processor, given_up_at / " + MILLIS_PER_DAY + " AS day_no, 'NOT_ATTEMPTED' AS status,"
            + " 0 AS amount FROM billing_charge_given_up WHERE given_up_at >= :since) latest"
            + " GROUP BY processor, day_no, status";

    private final Jdbi jdbi;
    private final BillingSettings settings;
    private final Clock clock;

    @Activate
    public Figures(
            @Reference(target = "(schema=com.allleads.billing)") Jdbi jdbi, @Reference BillingSettings settings) {
        this(jdbi, settings, Clock.systemUTC());
    }

    /** Figures with a clock of their own. */
    Figures(Jdbi jdbi, BillingSettings settings, Clock clock) {
        this.jdbi = jdbi;
        this.settings = settings;
        this.clock = clock;
    }

    /** The figures of the last {@value #DAYS} days of every processor that was asked then, by name. */
    public List<ProcessorFigures> latest() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate first = today.minusDays(DAYS - 1L);
        Map<String, Map<LocalDate, Counted>> byProcessor = counted(first);
        return byProcessor.entrySet().stream()
                .map(processor -> ProcessorFigures.of(
                        processor.getKey(),
                        first.datesUntil(today.plusDays(1))
                                .map(day -> day(day, processor.getValue().getOrDefault(day, new Counted())))
                                .toList()))
                .toList();
    }

    private Map<String, Map<LocalDate, Counted>> counted(LocalDate first) {
        Map<String, Map<LocalDate, Counted>> byProcessor = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery(COUNTS)
                .bind("since", first.toEpochDay() * MILLIS_PER_DAY)
                .map((row, context) -> {
                    Counted counted = byProcessor
                            .computeIfAbsent(row.getString("processor"), name -> new HashMap<>())
                            .computeIfAbsent(LocalDate.ofEpochDay(row.getLong("day_no")), day -> new Counted());
                    TopUpStatus status = TopUpStatus.valueOf(row.getString("status"));
                    counted.add(status, row.getLong("charges"), row.getLong("volume"));
                    return counted;
                })
                .list());
        return byProcessor;
    }

    private ProcessorDay day(LocalDate day, Counted counted) {
        return new ProcessorDay(day, Money.ofMinor(settings.currency(), counted.settled), Outcomes.of(counted.charges));
    }

    /** What was counted for one day. */
    private static final class Counted {

        private final Map<TopUpStatus, Long> charges = new EnumMap<>(TopUpStatus.class);
        private long settled;

        void add(TopUpStatus status, long count, long minor) {
            charges.merge(status, count, Long::sum);
            settled += status == TopUpStatus.SETTLED ? minor : 0;
        }
    }
}
