package com.allleads.portal;

import com.allleads.api.config.InvalidConfigurationException;
import com.allleads.api.config.Setting;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings in force. A change that cannot be used is logged and leaves them as they were. */
@Component(service = PortalSettings.class, configurationPid = PortalSettings.PID)
@Designate(ocd = PortalConfiguration.class)
public final class PortalSettings {

    static final String PID = "com.allleads.portal";

    private static final Logger LOG = LoggerFactory.getLogger(PortalSettings.class);
    private static final Setting CHECK = Setting.of(PID);

    private volatile Values values;

    @Activate
    public PortalSettings(PortalConfiguration configuration) {
        this.values = Values.checked(configuration);
    }

    @Modified
    void change(PortalConfiguration configuration) {
        try {
            values = Values.checked(configuration);
        } catch (InvalidConfigurationException e) {
            LOG.error("Settings stay as they were: {}", e.getMessage());
        }
    }

    /** What the pages call the site. */
    public String siteName() {
        return values.siteName;
    }

    /** How many bytes a submitted form may have. */
    public int formLimit() {
        return values.formKilobytes * 1024;
    }

    private record Values(String siteName, int formKilobytes) {

        static Values checked(PortalConfiguration configuration) {
            String name = CHECK.present("site.name", configuration.site_name());
            if (name.length() > 60) {
                throw CHECK.refuse("site.name", "must be at most 60 characters");
            }
            return new Values(
                    name, CHECK.between("form.limit.kilobytes", configuration::form_limit_kilobytes, 8, 1024));
        }
    }
}
