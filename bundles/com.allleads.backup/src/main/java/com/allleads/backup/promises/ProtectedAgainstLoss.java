package com.allleads.backup.promises;

import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.api.policy.PromiseState;
import com.allleads.backup.BackupSettings;
import com.allleads.backup.Backups;
import com.allleads.backup.copy.Contents;
import com.allleads.backup.files.BackupRecord;
import com.allleads.backup.files.BackupRecord.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code security.loss}: the last backup was restored and compared not long ago, and the packed report of the crash tests of
 * exactly this distribution tells of no acknowledged write that was lost. A backup that is no good breaks it; what is missing
 * leaves it unproven.
 */
@Component(service = PromiseCheck.class)
public final class ProtectedAgainstLoss implements PromiseCheck {

    private final Backups backups;
    private final BackupSettings settings;
    private final CrashReport report;
    private final Clock clock;

    @Activate
    public ProtectedAgainstLoss(
            @Reference Backups backups, @Reference BackupSettings settings, @Reference CrashReport report) {
        this(backups, settings, report, Clock.systemUTC());
    }

    /** By a clock. */
    public ProtectedAgainstLoss(Backups backups, BackupSettings settings, CrashReport report, Clock clock) {
        this.backups = backups;
        this.settings = settings;
        this.report = report;
        this.clock = clock;
    }

    @Override
    public String promise() {
        return "security.loss";
    }

    @Override
    public Evidence count() {
        Map<String, Long> counts = new LinkedHashMap<>();
        Optional<CrashReport.Counted> crashes = report.counted();
        crashes.ifPresent(counted -> {
            counts.put("acknowledgedWritesLost", counted.lost());
            counts.put("crashes", counted.kills());
        });
        Optional<BackupRecord> newest = backups.all(Contents.DATA).stream()
                .filter(known -> known.state() != State.UNVERIFIED)
                .findFirst();
        Optional<BackupRecord> verified = backups.lastVerified();
        verified.ifPresent(
                last -> counts.put("hoursSinceVerifiedBackup", age(last).toHours()));
        if (newest.isPresent() && newest.get().state() == State.FAILED) {
            return new Evidence(
                    PromiseState.BROKEN,
                    counts,
                    "The last backup was restored, and is not what it should be: "
                            + newest.get().file() + ".");
        }
        if (crashes.isPresent() && crashes.get().lost() > 0) {
            return new Evidence(
                    PromiseState.BROKEN, counts, "Writes that were acknowledged were lost in the crash tests.");
        }
        if (verified.isEmpty()) {
            return new Evidence(
                    PromiseState.UNPROVEN, counts, "There is no verified backup; allleads:backup makes one.");
        }
        if (age(verified.get()).compareTo(settings.now().verifiedWithin()) > 0) {
            return new Evidence(
                    PromiseState.UNPROVEN,
                    counts,
                    "The last verified backup is older than "
                            + settings.now().verifiedWithin().toHours() + " hours.");
        }
        if (crashes.isEmpty()) {
            return new Evidence(
                    PromiseState.UNPROVEN,
                    counts,
                    "The last backup is verified, but this distribution has no report of crash tests of exactly this"
                            + " version.");
        }
        return new Evidence(
                PromiseState.KEPT,
                counts,
                "Acknowledged writes that were lost in the crash tests of exactly this version, and the age of the last"
                        + " backup that was restored and compared.");
    }

    private Duration age(BackupRecord backup) {
        return Duration.between(Instant.ofEpochMilli(backup.madeAt()), clock.instant());
    }
}
