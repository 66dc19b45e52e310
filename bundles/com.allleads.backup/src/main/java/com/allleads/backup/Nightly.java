package com.allleads.backup;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a backup each night, and throws away what is too old every hour, also where none is made. */
@Component(
        service = {},
        immediate = true)
public final class Nightly {

    private static final Logger LOG = LoggerFactory.getLogger(Nightly.class);
    private static final Duration STEP = Duration.ofMinutes(1);
    private static final long STEPS_AN_HOUR = 60;

    private final Backups backups;
    private final BackupSettings settings;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "backup-clock"));

    private LocalDateTime last = LocalDateTime.now(ZoneOffset.UTC);
    private long steps;

    @Activate
    @SuppressWarnings("FutureReturnValueIgnored") // it notes what fails in it
    public Nightly(@Reference Backups backups, @Reference BackupSettings settings) {
        this.backups = backups;
        this.settings = settings;
        clock.scheduleWithFixedDelay(this::step, 1, STEP.toMinutes(), TimeUnit.MINUTES);
    }

    @Deactivate
    void stop() {
        clock.shutdownNow();
    }

    /** Once a minute, so that a changed setting is followed at once. */
    private void step() {
        try {
            LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
            boolean due = isDue(settings.now().at(), last, now);
            last = now;
            if (due) {
                backups.make(Progress.UNSEEN);
            }
            if (steps % STEPS_AN_HOUR == 0) {
                backups.throwAwayOld();
            }
            steps++;
        } catch (BackupFailedException told) {
            LOG.debug("The next night tries again", told);
        } catch (RuntimeException e) {
            LOG.error("The nightly backup failed", e);
        }
    }

    /** Whether the time of day lies behind the last look and not behind this one. */
    static boolean isDue(Optional<LocalTime> at, LocalDateTime last, LocalDateTime now) {
        return at.map(time -> now.toLocalDate().atTime(time))
                .map(today -> today.isAfter(now) ? today.minusDays(1) : today)
                .filter(latest -> latest.isAfter(last))
                .isPresent();
    }
}
