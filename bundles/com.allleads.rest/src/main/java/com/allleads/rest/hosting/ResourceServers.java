package com.allleads.rest.hosting;

import com.allleads.api.rest.RestResource;
import com.allleads.rest.access.Guard;
import com.allleads.rest.access.IdempotencyKeys;
import com.allleads.rest.access.OptOutSignals;
import com.allleads.rest.access.Recognition;
import com.allleads.rest.json.JsonBodies;
import com.allleads.rest.limits.TokenBuckets;
import com.allleads.rest.problems.ProblemMapper;
import java.util.List;
import java.util.Map;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.lifecycle.SingletonResourceProvider;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes servers, all on one bus of CXF. Each has a registry of addresses, a mapper and a guard of its own, so that two for
 * one prefix can stand beside each other and nothing remembers a class of a bundle that is gone.
 */
@Component(service = ResourceServers.class)
public final class ResourceServers {

    /** Answers that exceptions of JAX-RS carry are turned into problems too. */
    private static final Map<String, Object> PROPERTIES = Map.of("support.wae.spec.optimization", false);

    private final Bus bus;
    private final Recognition recognition;
    private final OptOutSignals signals;
    private final TokenBuckets limits;

    @Activate
    public ResourceServers(
            @Reference Recognition recognition, @Reference TokenBuckets limits, @Reference OptOutSignals signals) {
        this.signals = signals;
        this.recognition = recognition;
        this.limits = limits;
        this.bus = ContextLoader.ofCxf(ResourceServers::newBus);
    }

    private static Bus newBus() {
        ClassLoader cxf = Bus.class.getClassLoader();
        ExtensionManagerBus bus = new ExtensionManagerBus(null, null, cxf);
        bus.setExtension(cxf, ClassLoader.class);
        bus.initialize();
        return bus;
    }

    @Deactivate
    void stop() {
        bus.shutdown(true);
    }

    /**
     * Starts a server.
     *
     * @param prefix below {@code /api/v1}
     * @throws RuntimeException where the resource's annotations make no sense
     */
    ServedResource start(String prefix, RestResource resource) {
        return new ServedResource(prefix, resource.getClass(), ContextLoader.ofCxf(() -> server(prefix, resource)));
    }

    private Server server(String prefix, RestResource resource) {
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setDestinationFactory(new HTTPTransportFactory());
        factory.setAddress(prefix);
        factory.setResourceClasses(resource.getClass());
        factory.setResourceProvider(resource.getClass(), new SingletonResourceProvider(resource));
        factory.setProviders(List.of(
                new JsonBodies(), new ProblemMapper(), new Guard(recognition, limits), signals, new IdempotencyKeys()));
        factory.setProperties(PROPERTIES);
        return factory.create();
    }
}
