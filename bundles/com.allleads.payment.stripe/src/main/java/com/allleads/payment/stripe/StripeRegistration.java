package com.allleads.payment.stripe;

import com.allleads.spi.payment.CardProcessor;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the processor, once there is a secret key. Changed settings are another processor, since what one declares is constant
 * (rule 7): the new one is there before the old one goes. Wrong settings leave it as it is.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = StripeSettings.PID)
@Designate(ocd = StripeConfiguration.class)
public final class StripeRegistration {

    private static final Logger LOG = LoggerFactory.getLogger(StripeRegistration.class);

    private final BundleContext context;
    private Optional<ServiceRegistration<CardProcessor>> current = Optional.empty();

    @Activate
    public StripeRegistration(BundleContext context, StripeConfiguration configuration) {
        this.context = context;
        apply(configuration);
    }

    @Modified
    void modified(StripeConfiguration configuration) {
        apply(configuration);
    }

    @Deactivate
    synchronized void stop() {
        current.ifPresent(ServiceRegistration::unregister);
    }

    private synchronized void apply(StripeConfiguration configuration) {
        StripeSettings settings;
        try {
            settings = StripeSettings.of(configuration, System.getenv());
        } catch (IllegalArgumentException e) {
            LOG.error(
                    "{}; {}",
                    e.getMessage(),
                    current.isPresent() ? "everything stays as it was" : "until then no card is charged by Stripe");
            return;
        }
        Optional<ServiceRegistration<CardProcessor>> before = current;
        current = Optional.of(context.registerService(CardProcessor.class, new StripeProcessor(settings), null));
        before.ifPresent(ServiceRegistration::unregister);
    }
}
