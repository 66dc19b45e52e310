package com.allleads.registration.operators;

import com.allleads.api.config.InvalidConfigurationException;
import com.allleads.api.config.Setting;
import com.allleads.api.operator.Operator.Role;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings in force. */
@Component(service = OperatorSettings.class, configurationPid = OperatorSettings.PID)
@Designate(ocd = OperatorConfiguration.class)
public final class OperatorSettings {

    static final String PID = "com.allleads.registration.operators";

    private static final Logger LOG = LoggerFactory.getLogger(OperatorSettings.class);

    private volatile Values values;

    @Activate
    public OperatorSettings(OperatorConfiguration configuration) {
        values = Values.of(configuration);
    }

    @Modified
    void modified(OperatorConfiguration configuration) {
        try {
            values = Values.of(configuration);
        } catch (InvalidConfigurationException e) {
            LOG.error("{}; the settings stay as they were", e.getMessage());
        }
    }

    Values now() {
        return values;
    }

    /**
     * Checked settings.
     *
     * @param operatorRole the realm's role of those who may act
     * @param viewerRole the realm's role of those who may look
     * @param idle how long a session lasts without being used
     * @param longest how long it lasts at most
     * @param passwordMemory for how long a right password is not checked again
     */
    record Values(String operatorRole, String viewerRole, Duration idle, Duration longest, Duration passwordMemory) {

        static Values of(OperatorConfiguration set) {
            Setting setting = Setting.of(PID);
            return new Values(
                    setting.present("role.operator", set.role_operator()),
                    setting.present("role.viewer", set.role_viewer()),
                    Duration.ofMinutes(setting.between("session.idle.minutes", set::session_idle_minutes, 1, 1_440)),
                    Duration.ofHours(setting.between("session.hours", set::session_hours, 1, 168)),
                    Duration.ofSeconds(
                            setting.between("password.memory.seconds", set::password_memory_seconds, 0, 60)));
        }

        /** What a user with these roles of the realm may do here; empty where they are no operator. */
        Optional<Role> role(Set<String> roles) {
            if (roles.contains(operatorRole)) {
                return Optional.of(Role.OPERATOR);
            }
            return roles.contains(viewerRole) ? Optional.of(Role.VIEWER) : Optional.empty();
        }
    }
}
