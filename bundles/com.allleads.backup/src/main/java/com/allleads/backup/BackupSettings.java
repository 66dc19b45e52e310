package com.allleads.backup;

import com.allleads.api.config.InvalidConfigurationException;
import com.allleads.api.config.Setting;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings in force. A wrong value is refused by name, and the settings stay as they were. */
@Component(service = BackupSettings.class, configurationPid = BackupSettings.PID)
@Designate(ocd = BackupConfiguration.class)
public final class BackupSettings {

    static final String PID = "com.allleads.backup";

    private static final Logger LOG = LoggerFactory.getLogger(BackupSettings.class);
    private static final String NEVER = "never";
    private static final int MOST_DAYS = 3_650;
    private static final int MOST_DAYS_OF_KEYS = 30;
    private static final int MOST_HOURS = 8_760;

    private volatile Values values;

    /** With the settings of the container. */
    @Activate
    public BackupSettings(BackupConfiguration configuration) {
        this(read(configuration, Path.of(System.getProperty("karaf.base", "."))));
    }

    /** With these settings. */
    public BackupSettings(Values values) {
        this.values = values;
    }

    @Modified
    void modified(BackupConfiguration configuration) {
        try {
            values = read(configuration, Path.of(System.getProperty("karaf.base", ".")));
        } catch (InvalidConfigurationException e) {
            LOG.error("{}; the settings stay as they were", e.getMessage());
        }
    }

    /** What is in force now. */
    public Values now() {
        return values;
    }

    static Values read(BackupConfiguration configuration, Path instance) {
        Setting setting = Setting.of(PID);
        return new Values(
                folder(setting, configuration.folder(), instance),
                time(setting, configuration.at()),
                Duration.ofDays(setting.between("kept.days", configuration::kept_days, 1, MOST_DAYS)),
                Duration.ofDays(setting.between("keys.kept.days", configuration::keys_kept_days, 1, MOST_DAYS_OF_KEYS)),
                Duration.ofHours(setting.between("verified.hours", configuration::verified_hours, 1, MOST_HOURS)));
    }

    private static Path folder(Setting setting, String folder, Path instance) {
        try {
            return instance.resolve(setting.present("folder", folder))
                    .toAbsolutePath()
                    .normalize();
        } catch (InvalidPathException e) {
            throw setting.refuse("folder", "must be the path of a folder");
        }
    }

    private static Optional<LocalTime> time(Setting setting, String at) {
        String entered = setting.present("at", at);
        if (entered.equals(NEVER)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalTime.parse(entered));
        } catch (DateTimeParseException e) {
            throw setting.refuse("at", "must be a time such as 03:15, or never");
        }
    }

    /**
     * The settings.
     *
     * @param folder where backups are written
     * @param at when one is made each night, in UTC
     * @param kept how long backups of the data are kept
     * @param keysKept how long that of the key store is kept at most
     * @param verifiedWithin how old the last verified one may be
     */
    public record Values(
            Path folder, Optional<LocalTime> at, Duration kept, Duration keysKept, Duration verifiedWithin) {}
}
