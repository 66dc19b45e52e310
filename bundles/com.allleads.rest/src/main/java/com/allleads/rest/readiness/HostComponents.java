package com.allleads.rest.readiness;

import com.allleads.api.rest.RestResource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/**
 * The components of the site's bundles. A component that waits for another one of ours, or for a bundle of ours that is
 * stopped, is a consequence: told is what is at the root.
 */
final class HostComponents {

    private static final String INVALID_CONFIGURATION = "InvalidConfigurationException: ";

    private final ServiceComponentRuntime runtime;

    HostComponents(ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    /** What keeps components of these bundles from being active. */
    List<String> missing(Collection<Bundle> bundles) {
        List<ComponentConfigurationDTO> waiting = new ArrayList<>();
        List<ComponentConfigurationDTO> failed = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (ComponentDescriptionDTO description :
                runtime.getComponentDescriptionDTOs(bundles.toArray(Bundle[]::new))) {
            for (ComponentConfigurationDTO component : runtime.getComponentConfigurationDTOs(description)) {
                switch (component.state) {
                    case ComponentConfigurationDTO.FAILED_ACTIVATION -> failed.add(component);
                    case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
                        missing.add(description.name + " needs the configuration "
                                + String.join(", ", description.configurationPid));
                    case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> waiting.add(component);
                    default -> {
                        // Active, or ready to be.
                    }
                }
            }
        }
        missing.addAll(roots(failed));
        missing.addAll(roots(waiting, HostBundles.promisedByStopped(bundles)));
        return missing;
    }

    /** What needs a component that failed fails with it. */
    private static List<String> roots(List<ComponentConfigurationDTO> failed) {
        Set<String> withheld = failed.stream()
                .flatMap(component -> Stream.of(component.description.serviceInterfaces))
                .collect(Collectors.toSet());
        List<String> roots = sentences(failed.stream().filter(component -> Stream.of(component.description.references)
                .noneMatch(reference -> isMandatory(reference) && withheld.contains(reference.interfaceName))));
        return roots.isEmpty() ? sentences(failed.stream()) : roots;
    }

    private static List<String> sentences(Stream<ComponentConfigurationDTO> failed) {
        return failed.map(component -> component.description.name + " does not start: " + reason(component.failure))
                .toList();
    }

    private static boolean isMandatory(ReferenceDTO reference) {
        return reference.cardinality != null && reference.cardinality.startsWith("1");
    }

    /** The prefixes of the resources that active components of these bundles bring. */
    Set<String> prefixes(Collection<Bundle> bundles) {
        return runtime.getComponentDescriptionDTOs(bundles.toArray(Bundle[]::new)).stream()
                .filter(description -> description.properties.get(RestResource.PREFIX) instanceof String)
                .filter(description -> runtime.getComponentConfigurationDTOs(description).stream()
                        .anyMatch(component -> component.state == ComponentConfigurationDTO.SATISFIED
                                || component.state == ComponentConfigurationDTO.ACTIVE))
                .map(description -> (String) description.properties.get(RestResource.PREFIX))
                .collect(Collectors.toSet());
    }

    private static List<String> roots(List<ComponentConfigurationDTO> waiting, Set<String> promisedByStopped) {
        Map<String, ComponentConfigurationDTO> promised = new HashMap<>();
        waiting.forEach(component -> Stream.of(component.description.serviceInterfaces)
                .forEach(service -> promised.put(service, component)));
        List<String> roots = new ArrayList<>();
        List<String> consequences = new ArrayList<>();
        for (ComponentConfigurationDTO component : waiting) {
            for (UnsatisfiedReferenceDTO unsatisfied : component.unsatisfiedReferences) {
                reference(component, unsatisfied).ifPresent(needed -> {
                    boolean consequence = promisedByStopped.contains(needed.interfaceName)
                            || promised.getOrDefault(needed.interfaceName, component) != component;
                    (consequence ? consequences : roots).add(sentence(component, needed));
                });
            }
        }
        return roots.isEmpty() && promisedByStopped.isEmpty() ? consequences : roots;
    }

    private static Optional<ReferenceDTO> reference(
            ComponentConfigurationDTO component, UnsatisfiedReferenceDTO unsatisfied) {
        return Stream.of(component.description.references)
                .filter(reference -> reference.name.equals(unsatisfied.name))
                .findFirst();
    }

    private static String sentence(ComponentConfigurationDTO component, ReferenceDTO needed) {
        String target = needed.target == null ? "" : " " + needed.target;
        return component.description.name + " waits for a " + needed.interfaceName + target;
    }

    /** Only messages about configuration are written for everyone's eyes. */
    private static String reason(String failure) {
        return failure.lines()
                .filter(line -> line.contains(INVALID_CONFIGURATION))
                .map(line -> line.substring(line.indexOf(INVALID_CONFIGURATION) + INVALID_CONFIGURATION.length()))
                .findFirst()
                .orElse("the log says why");
    }
}
