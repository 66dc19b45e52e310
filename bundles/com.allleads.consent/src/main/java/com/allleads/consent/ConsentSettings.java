package com.allleads.consent;

import com.allleads.api.config.InvalidConfigurationException;
import com.allleads.api.config.Setting;
import java.time.Duration;
import java.time.Period;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings of consent as they are now. A wrong value is refused, and the settings stay as they were. */
@Component(service = ConsentSettings.class, configurationPid = ConsentSettings.PID)
@Designate(ocd = ConsentConfiguration.class)
public final class ConsentSettings {

    public static final String PID = "com.allleads.consent";

    private static final Logger LOG = LoggerFactory.getLogger(ConsentSettings.class);
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 500;

    private volatile Values values;

    @Activate
    public ConsentSettings(ConsentConfiguration configuration) {
        this.values = Values.of(configuration);
    }

    @Modified
    void modified(ConsentConfiguration configuration) {
        try {
            values = Values.of(configuration);
        } catch (InvalidConfigurationException e) {
            LOG.error("{}; the settings stay as they were", e.getMessage());
        }
    }

    /** The settings at this moment. */
    public Values now() {
        return values;
    }

    /**
     * Checked settings.
     *
     * @param controller who answers for personal data
     * @param validity how long a yes holds; zero where it holds until it is taken back
     * @param afterRefusal how long nobody is asked about what they refused
     * @param unanswered how long nobody is asked again who did not answer
     * @param times how often a person is asked at most
     */
    public record Values(Controller controller, Period validity, Period afterRefusal, Duration unanswered, int times) {

        static Values of(ConsentConfiguration set) {
            Setting setting = Setting.of(PID);
            String name = setting.present("controller.name", set.controller_name());
            return new Values(
                    new Controller(
                            atMost(setting, "controller.name", name, LONGEST_NAME),
                            atMost(setting, "controller.address", set.controller_address(), LONGEST_ADDRESS),
                            atMost(setting, "controller.contact", set.controller_contact(), LONGEST_NAME),
                            jurisdiction(setting, set.controller_jurisdiction())),
                    Period.ofMonths(setting.between("validity.months", set::validity_months, 0, 120)),
                    Period.ofMonths(setting.between("ask.again.refused.months", set::ask_again_refused_months, 1, 120)),
                    Duration.ofDays(
                            setting.between("ask.again.unanswered.days", set::ask_again_unanswered_days, 1, 3_650)),
                    setting.between("ask.times", set::ask_times, 0, 100));
        }

        private static String atMost(Setting setting, String key, String value, int most) {
            String text = value == null ? "" : value.strip();
            if (text.length() > most) {
                throw setting.refuse(key, "must be at most " + most + " characters");
            }
            return text;
        }

        private static String jurisdiction(Setting setting, String value) {
            String code = setting.present("controller.jurisdiction", value);
            if (!code.matches("[A-Z]{2}(-[A-Z0-9]{1,3})?")) {
                throw setting.refuse("controller.jurisdiction", "must be a code of ISO 3166, as in US-CA");
            }
            return code;
        }
    }

    /**
     * Who answers for personal data.
     *
     * @param name before the law
     * @param address where a letter reaches it; empty where none is configured
     * @param contact for questions; empty where none is configured
     * @param jurisdiction whose law holds
     */
    public record Controller(String name, String address, String contact, String jurisdiction) {}
}
