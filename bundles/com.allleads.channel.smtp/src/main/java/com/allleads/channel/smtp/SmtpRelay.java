package com.allleads.channel.smtp;

import com.allleads.spi.channel.MessageChannel;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the channel for the server that is configured, before channels that reach nobody outside. A changed
 * configuration is another channel, as a channel's declaration is constant; a wrong one leaves the channel as it is.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = SmtpSettings.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SmtpConfiguration.class)
public final class SmtpRelay {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpRelay.class);
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final int BEFORE_LOCAL_FOLDERS = 100;

    private final BundleContext context;
    private Registered current;

    /**
     * @throws IllegalArgumentException where the configuration is wrong, naming the key
     */
    @Activate
    public SmtpRelay(BundleContext context, SmtpConfiguration configuration) {
        this.context = context;
        this.current = register(SmtpSettings.of(configuration));
    }

    @Modified
    synchronized void modified(SmtpConfiguration configuration) {
        SmtpSettings settings;
        try {
            settings = SmtpSettings.of(configuration);
        } catch (IllegalArgumentException e) {
            LOG.error("{}; the settings stay as they were", e.getMessage());
            return;
        }
        Registered before = current;
        current = register(settings);
        before.end();
    }

    @Deactivate
    synchronized void stop() {
        current.end();
    }

    private Registered register(SmtpSettings settings) {
        SmtpChannel channel = new SmtpChannel(settings, PATIENCE);
        Dictionary<String, Integer> properties =
                FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, BEFORE_LOCAL_FOLDERS));
        return new Registered(channel, context.registerService(MessageChannel.class, channel, properties));
    }

    private record Registered(SmtpChannel channel, ServiceRegistration<MessageChannel> service) {

        void end() {
            service.unregister();
            channel.close();
        }
    }
}
