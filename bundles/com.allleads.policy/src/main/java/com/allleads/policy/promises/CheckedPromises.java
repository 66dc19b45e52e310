package com.allleads.policy.promises;

import com.allleads.api.config.InvalidConfigurationException;
import com.allleads.api.config.Setting;
import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseReport;
import com.allleads.api.policy.PromiseState;
import com.allleads.api.policy.Promises;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks all promises continuously and on demand. Counting goes on one thread at a time.
 */
@Component(service = Promises.class, configurationPid = CheckedPromises.PID, immediate = true)
@Designate(ocd = PromiseConfiguration.class)
public final class CheckedPromises implements Promises {

    static final String PID = "com.allleads.policy";

    /** Anyone may ask for one promise as often as they like; it is not counted more than once a second. */
    private static final Duration NOW = Duration.ofSeconds(1);

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+");

    private static final Logger LOG = LoggerFactory.getLogger(CheckedPromises.class);

    private final List<Promise> promises = PolicyText.promises();
    private final InstalledChecks checks;
    private final PromiseHistory history;
    private final Alarms alarms;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "policy-promises"));

    private Settings settings;
    private ScheduledFuture<?> continuous;
    private final Map<String, PromiseReport> latest = new HashMap<>();

    @Activate
    public CheckedPromises(
            @Reference InstalledChecks checks,
            @Reference PromiseHistory history,
            @Reference Alarms alarms,
            PromiseConfiguration configuration) {
        this.checks = checks;
        this.history = history;
        this.alarms = alarms;
        this.settings = Settings.of(configuration);
        this.continuous = start(settings);
    }

    @Modified
    synchronized void modified(PromiseConfiguration configuration) {
        try {
            settings = Settings.of(configuration);
        } catch (InvalidConfigurationException e) {
            LOG.error("{}; the settings stay as they were", e.getMessage());
            return;
        }
        continuous.cancel(false);
        continuous = start(settings);
    }

    @Deactivate
    void stop() {
        clock.shutdownNow();
    }

    @Override
    public synchronized List<PromiseReport> reports() {
        return promises.stream()
                .map(promise -> atMost(settings.answerAge(), promise))
                .toList();
    }

    @Override
    public synchronized Optional<PromiseReport> report(String id) {
        return promises.stream()
                .filter(promise -> promise.id().equals(id))
                .findFirst()
                .map(promise -> atMost(NOW, promise));
    }

    /** The last report where it is young enough, so that many questions at once cost one count. */
    private PromiseReport atMost(Duration age, Promise promise) {
        PromiseReport last = latest.get(promise.id());
        if (last == null || last.checkedAt().plus(age).isBefore(Instant.now())) {
            last = count(promise);
            latest.put(promise.id(), last);
        }
        return last;
    }

    private ScheduledFuture<?> start(Settings every) {
        long pause = every.interval().toSeconds();
        return clock.scheduleWithFixedDelay(this::countQuietly, pause, pause, TimeUnit.SECONDS);
    }

    /** A failure of one round must not end the rounds to come. */
    private void countQuietly() {
        try {
            reports();
            alarmAddress().ifPresent(alarms::tell);
        } catch (RuntimeException e) {
            LOG.warn("The promises could not be checked", e);
        }
    }

    private synchronized Optional<String> alarmAddress() {
        return settings.alarmAddress();
    }

    private PromiseReport count(Promise promise) {
        Evidence evidence = Verdict.of(promise, checks.of(promise.id()));
        PromiseReport report = new PromiseReport(
                promise.id(), promise.text(), evidence.state(), evidence.counts(), evidence.note(), Instant.now());
        if (history.note(report) && report.state() == PromiseState.BROKEN) {
            LOG.error("Promise {} is BROKEN: {} {}", report.id(), report.evidence(), report.note());
        }
        return report;
    }

    private record Settings(Duration interval, Duration answerAge, Optional<String> alarmAddress) {

        static Settings of(PromiseConfiguration configuration) {
            Setting setting = Setting.of(PID);
            return new Settings(
                    Duration.ofSeconds(setting.between(
                            "check.interval.seconds", configuration::check_interval_seconds, 5, 86_400)),
                    Duration.ofSeconds(
                            setting.between("answer.age.seconds", configuration::answer_age_seconds, 0, 3_600)),
                    address(setting, configuration.alarm_address()));
        }

        private static Optional<String> address(Setting setting, String address) {
            String given = address == null ? "" : address.strip();
            if (!given.isEmpty() && !ADDRESS.matcher(given).matches()) {
                throw setting.refuse("alarm.address", "must be a mail address, or empty for nobody");
            }
            return Optional.of(given).filter(one -> !one.isEmpty());
        }
    }
}
