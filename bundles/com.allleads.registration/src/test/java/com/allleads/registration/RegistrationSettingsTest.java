package com.allleads.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.config.InvalidConfigurationException;
import com.allleads.store.testing.Configurations;
import java.time.Instant;
import java.util.Map;
import org.junit.Test;

public class RegistrationSettingsTest {

    @Test
    public void refusesAHashThatTheMemoryCannotBear() {
        assertThatThrownBy(() -> new RegistrationSettings(new TestConfiguration() {
                    @Override
                    public int password_memory_kib() {
                        return RegistrationSettings.MOST_HASH_KIB + 1;
                    }
                }))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith("com.allleads.registration.cfg: password.memory.kib");
    }

    @Test
    public void keepsItsSettingsWhenAChangeIsWrong() {
        RegistrationSettings settings = new RegistrationSettings(new TestConfiguration());

        settings.modified(new TestConfiguration() {
            @Override
            public int pin_minutes() {
                return 0;
            }
        });

        assertThat(settings.now().pinValidity()).hasMinutes(15);
    }

    @Test
    public void namesTheKeyOfAValueThatIsNoNumber() {
        Configurations.withoutNumber(RegistrationConfiguration.class)
                .forEach((key, configuration) -> assertThatThrownBy(() -> new RegistrationSettings(configuration))
                        .isInstanceOf(InvalidConfigurationException.class)
                        .hasMessage(RegistrationSettings.PID + ".cfg: " + key + " must be a whole number"));
    }

    @Test
    public void takesNothingForNoThatIsNotNo() {
        for (String value : new String[] {"yes", "TRUE", "0", ""}) {
            RegistrationConfiguration configuration =
                    Configurations.with(RegistrationConfiguration.class, Map.of("age_gate", value));

            assertThatThrownBy(() -> new RegistrationSettings(configuration)).hasMessageContaining("age.gate");
        }
    }

    @Test
    public void countsMonthsByTheCalendar() {
        assertThat(new RegistrationSettings(new TestConfiguration())
                        .now()
                        .reviewDue(Instant.parse("2024-02-29T12:00:00Z")))
                .isEqualTo("2023-02-28T12:00:00Z");
    }
}
