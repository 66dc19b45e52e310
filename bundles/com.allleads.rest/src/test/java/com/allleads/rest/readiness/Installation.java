package com.allleads.rest.readiness;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Bundles and components as a framework would show them. */
final class Installation {

    private final List<Bundle> bundles = new ArrayList<>();
    private final List<ComponentConfigurationDTO> components = new ArrayList<>();

    Installation bundle(String name, int state) {
        return bundle(name, state, Map.of());
    }

    Installation bundle(String name, int state, Map<String, String> headers) {
        bundles.add(proxy(Bundle.class, (method, arguments) -> switch (method) {
            case "getSymbolicName" -> name;
            case "getState" -> state;
            case "getHeaders" -> headers(headers);
            case "adapt" -> revision(headers);
            default -> throw new UnsupportedOperationException(method);
        }));
        return this;
    }

    ComponentConfigurationDTO component(String name, int state, String... services) {
        ComponentConfigurationDTO component = new ComponentConfigurationDTO();
        component.description = new ComponentDescriptionDTO();
        component.description.name = name;
        component.description.serviceInterfaces = services;
        component.description.configurationPid = new String[] {name};
        component.description.properties = Map.of();
        component.description.references = new ReferenceDTO[0];
        component.unsatisfiedReferences = new UnsatisfiedReferenceDTO[0];
        component.state = state;
        components.add(component);
        return component;
    }

    /** A component that waits for a service. */
    void waiting(String name, String needed, String target, String... services) {
        ComponentConfigurationDTO component =
                component(name, ComponentConfigurationDTO.UNSATISFIED_REFERENCE, services);
        ReferenceDTO reference = new ReferenceDTO();
        reference.name = "needed";
        reference.interfaceName = needed;
        reference.target = target;
        component.description.references = new ReferenceDTO[] {reference};
        UnsatisfiedReferenceDTO unsatisfied = new UnsatisfiedReferenceDTO();
        unsatisfied.name = "needed";
        component.unsatisfiedReferences = new UnsatisfiedReferenceDTO[] {unsatisfied};
    }

    List<Bundle> bundles() {
        return bundles;
    }

    BundleContext context() {
        return proxy(BundleContext.class, (method, arguments) -> bundles.toArray(Bundle[]::new));
    }

    ServiceComponentRuntime runtime() {
        return proxy(ServiceComponentRuntime.class, (method, arguments) -> switch (method) {
            case "getComponentDescriptionDTOs" ->
                components.stream().map(component -> component.description).toList();
            case "getComponentConfigurationDTOs" -> configurations(arguments[0]);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private Collection<ComponentConfigurationDTO> configurations(Object description) {
        return components.stream()
                .filter(component -> component.description == description)
                .toList();
    }

    /** The services that a bundle would bring stand in a header of the test's own. */
    private static BundleRevision revision(Map<String, String> headers) {
        BundleCapability capability = proxy(
                BundleCapability.class,
                (method, arguments) -> Map.of("objectClass", List.of(headers.getOrDefault("Services", "none"))));
        return proxy(BundleRevision.class, (method, arguments) -> List.of(capability));
    }

    private static Dictionary<String, String> headers(Map<String, String> headers) {
        return FrameworkUtil.asDictionary(headers);
    }

    private static <T> T proxy(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                Installation.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> method.getName().equals("equals")
                        ? self == arguments[0]
                        : behaviour.answer(method.getName(), arguments == null ? new Object[0] : arguments)));
    }

    /** What a method answers. */
    interface Behaviour {
        Object answer(String method, Object... arguments);
    }
}
