package com.allleads.backup;

import com.allleads.backup.files.BackupRecord;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How old the last verified backup is, and whether the last try failed. */
@Component
public final class BackupMeters implements MeterBinder {

    private final Backups backups;

    @Activate
    public BackupMeters(@Reference Backups backups) {
        this.backups = backups;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("allleads.backup.verified.age", this::age)
                .baseUnit("seconds")
                .description("Age of the last backup that was restored and compared; not a number where there is none")
                .register(registry);
        Gauge.builder("allleads.backup.failed", () -> backups.failure().isPresent() ? 1 : 0)
                .description("1 where the last backup or verification failed, else 0")
                .register(registry);
        Gauge.builder(
                        "allleads.backup.size",
                        () -> backups.lastVerified().map(BackupRecord::bytes).orElse(0L))
                .baseUnit("bytes")
                .description("Size of the last backup that was restored and compared")
                .register(registry);
    }

    private double age() {
        return backups.lastVerified()
                .map(last -> (double) Duration.between(Instant.ofEpochMilli(last.madeAt()), Instant.now())
                        .toSeconds())
                .orElse(Double.NaN);
    }
}
