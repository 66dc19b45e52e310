package ${package};

import com.allleads.spi.payment.CardProcessor;
import java.io.IOException;
import java.nio.file.Path;
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
 * Registers the processor when the bundle starts, and the platform finds it. Changed settings are another processor, since what
 * one declares is constant (rule 7): the new one is there before the old one goes. Wrong settings leave it as it is.
 */
@Component(service = {}, immediate = true, configurationPid = ${processorClass}Settings.PID)
@Designate(ocd = ${processorClass}Configuration.class)
public final class ${processorClass}Registration {

    private static final Logger LOG = LoggerFactory.getLogger(${processorClass}Registration.class);

    private final BundleContext context;
    private Optional<Registered> current = Optional.empty();

    /**
     * Starts with the settings of now.
     *
     * @param context tells where the instance's folder is, too; several may share one installation
     * @throws IOException where the trial company's book cannot be kept; the log then says why nothing starts
     */
    @Activate
    public ${processorClass}Registration(BundleContext context, ${processorClass}Configuration configuration) throws IOException {
        this.context = context;
        apply(configuration);
    }

    @Modified
    void modified(${processorClass}Configuration configuration) throws IOException {
        apply(configuration);
    }

    @Deactivate
    synchronized void stop() {
        current.ifPresent(Registered::end);
    }

    private synchronized void apply(${processorClass}Configuration configuration) throws IOException {
        ${processorClass}Settings settings;
        try {
            settings = ${processorClass}Settings.of(configuration);
        } catch (IllegalArgumentException e) {
            LOG.error("{}; everything stays as it was", e.getMessage());
            return;
        }
        Optional<Registered> before = current;
        current = Optional.of(register(settings));
        before.ifPresent(Registered::end);
    }

    private Registered register(${processorClass}Settings settings) throws IOException {
        Path folder = Path.of(context.getProperty("karaf.base"), "${processorName}");
        TrialCompany company = new TrialCompany(folder, settings.signature());
        CardProcessor processor = new ${processorClass}Processor(company, settings);
        return new Registered(company, context.registerService(CardProcessor.class, processor, null));
    }

    private record Registered(TrialCompany company, ServiceRegistration<CardProcessor> service) {

        void end() {
            service.unregister();
            company.close();
        }
    }
}
