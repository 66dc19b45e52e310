package com.allleads.registration;

import com.allleads.api.config.InvalidConfigurationException;
import com.allleads.api.config.Setting;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings in force. A change applies to what begins after it. */
@Component(service = RegistrationSettings.class, configurationPid = RegistrationSettings.PID)
@Designate(ocd = RegistrationConfiguration.class)
public final class RegistrationSettings {

    static final String PID = "com.allleads.registration";

    private static final Logger LOG = LoggerFactory.getLogger(RegistrationSettings.class);

    /** What all password hashes that are made at a time may take: a quarter of the memory that the platform has. */
    public static final int MOST_HASH_KIB =
            (int) Math.min(1_048_576, Runtime.getRuntime().maxMemory() / 1_024 / 4);

    private volatile Values values;

    @Activate
    public RegistrationSettings(RegistrationConfiguration configuration) {
        this.values = Values.of(configuration);
    }

    @Modified
    void modified(RegistrationConfiguration configuration) {
        try {
            values = Values.of(configuration);
        } catch (InvalidConfigurationException e) {
            LOG.error("{}; the settings stay as they were", e.getMessage());
        }
    }

    /** What is in force now. */
    public Values now() {
        return values;
    }

    /**
     * Checked settings.
     *
     * @param pinValidity how long a PIN is valid
     * @param pinTries how many wrong tries it bears
     * @param session how long a session lasts
     * @param rememberedSession how long it lasts where the person asked for it
     * @param rotation after how long the cookie of such a session is replaced
     * @param passwordTries how many wrong passwords in a row an account bears
     * @param passwordLock how long it is locked then
     * @param passwordMemoryKib the memory of a hash
     * @param passwordPasses the passes of a hash
     * @param forgotten after how long a registration is forgotten whose PIN was never entered
     * @param review after how long contact data is offered for review
     * @param ageGate whether people are asked to say that they are of age
     */
    public record Values(
            Duration pinValidity,
            int pinTries,
            Duration session,
            Duration rememberedSession,
            Duration rotation,
            int passwordTries,
            Duration passwordLock,
            int passwordMemoryKib,
            int passwordPasses,
            Duration forgotten,
            Period review,
            boolean ageGate) {

        /** Contact data that was last reviewed before this time is due for review. */
        public Instant reviewDue(Instant now) {
            return now.atZone(ZoneOffset.UTC).minus(review).toInstant();
        }

        static Values of(RegistrationConfiguration set) {
            Setting setting = Setting.of(PID);
            return new Values(
                    Duration.ofMinutes(setting.between("pin.minutes", set::pin_minutes, 1, 1_440)),
                    setting.between("pin.tries", set::pin_tries, 1, 20),
                    Duration.ofHours(setting.between("session.hours", set::session_hours, 1, 168)),
                    Duration.ofDays(setting.between("session.remembered.days", set::session_remembered_days, 1, 365)),
                    Duration.ofMinutes(
                            setting.between("session.rotation.minutes", set::session_rotation_minutes, 1, 1_440)),
                    setting.between("password.tries", set::password_tries, 3, 100),
                    Duration.ofMinutes(setting.between("password.lock.minutes", set::password_lock_minutes, 1, 1_440)),
                    setting.between("password.memory.kib", set::password_memory_kib, 8_192, MOST_HASH_KIB),
                    setting.between("password.passes", set::password_passes, 1, 20),
                    Duration.ofDays(setting.between("unverified.days", set::unverified_days, 1, 365)),
                    Period.ofMonths(setting.between("review.months", set::review_months, 1, 60)),
                    setting.yesOrNo("age.gate", set.age_gate()));
        }
    }
}
