package com.allleads.billing;

import com.allleads.api.config.InvalidConfigurationException;
import com.allleads.api.config.Setting;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.joda.money.CurrencyUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings in force. A change applies at once; one that cannot be used is refused and the old settings stay. */
@Component(service = BillingSettings.class, configurationPid = Settings.PID)
@Designate(ocd = BillingConfiguration.class)
public final class BillingSettings {

    private static final Logger LOG = LoggerFactory.getLogger(BillingSettings.class);

    private final Jdbi jdbi;
    private volatile Settings current;

    @Activate
    public BillingSettings(
            @Reference(target = "(schema=com.allleads.billing)") Jdbi jdbi, BillingConfiguration configuration) {
        this(jdbi, Settings.of(configuration));
    }

    /** Settings that were read elsewhere. */
    public BillingSettings(Jdbi jdbi, Settings settings) {
        this.jdbi = jdbi;
        this.current = checked(settings);
    }

    @Modified
    void modified(BillingConfiguration configuration) {
        try {
            current = checked(Settings.of(configuration));
        } catch (InvalidConfigurationException e) {
            LOG.error("{}; the settings stay as they were", e.getMessage());
        }
    }

    /** The settings in force now. */
    public Settings current() {
        return current;
    }

    /** The currency of all balances. */
    public CurrencyUnit currency() {
        return current.currency();
    }

    /** Amounts that were kept in one currency would silently become amounts of another. */
    private Settings checked(Settings settings) {
        List<String> kept =
                jdbi.withHandle(handle -> handle.createQuery("SELECT DISTINCT currency FROM billing_account")
                        .mapTo(String.class)
                        .list());
        if (kept.isEmpty() || kept.contains(settings.currency().getCode())) {
            return settings;
        }
        throw Setting.of(Settings.PID)
                .refuse("currency", "= " + settings.currency() + ": the ledger is already kept in " + kept.get(0));
    }
}
