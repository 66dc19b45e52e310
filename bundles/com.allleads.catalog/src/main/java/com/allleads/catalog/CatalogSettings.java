package com.allleads.catalog;

import com.allleads.api.config.InvalidConfigurationException;
import com.allleads.api.config.Setting;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings in force. A change applies at once; one that cannot be used is refused and the old settings stay. */
@Component(service = CatalogSettings.class, configurationPid = CatalogSettings.PID)
@Designate(ocd = CatalogConfiguration.class)
public final class CatalogSettings {

    static final String PID = "com.allleads.catalog";

    private static final Logger LOG = LoggerFactory.getLogger(CatalogSettings.class);
    private static final int TEN_YEARS = 3650;

    private volatile int deliveryDaysMost;

    @Activate
    public CatalogSettings(CatalogConfiguration configuration) {
        deliveryDaysMost = checked(configuration);
    }

    /** Settings that were read elsewhere. */
    CatalogSettings(int deliveryDaysMost) {
        this.deliveryDaysMost = deliveryDaysMost;
    }

    @Modified
    void modified(CatalogConfiguration configuration) {
        try {
            deliveryDaysMost = checked(configuration);
        } catch (InvalidConfigurationException e) {
            LOG.error("{}; the settings stay as they were", e.getMessage());
        }
    }

    /** Within how many days a service that is delivered later must be delivered at most. */
    public int deliveryDaysMost() {
        return deliveryDaysMost;
    }

    private static int checked(CatalogConfiguration configuration) {
        return Setting.of(PID).between("delivery.days.most", configuration::delivery_days_most, 1, TEN_YEARS);
    }
}
