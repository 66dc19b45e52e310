package com.allleads.policy.promises;

import com.allleads.api.policy.PromiseCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The checks that are installed at this moment, each with the capability that brings it: the last part of its bundle's
 * symbolic name.
 */
@Component(service = InstalledChecks.class)
public final class InstalledChecks {

    private final Map<ServiceReference<PromiseCheck>, PromiseCheck> checks = new ConcurrentSkipListMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(ServiceReference<PromiseCheck> reference, PromiseCheck check) {
        checks.put(reference, check);
    }

    void remove(ServiceReference<PromiseCheck> reference) {
        checks.remove(reference);
    }

    /** The checks of a promise by capability; a capability may bring several. */
    Map<String, List<PromiseCheck>> of(String promise) {
        Map<String, List<PromiseCheck>> found = new TreeMap<>();
        checks.forEach((reference, check) -> {
            Optional<String> capability = capability(reference);
            if (capability.isPresent() && check.promise().equals(promise)) {
                found.computeIfAbsent(capability.get(), c -> new ArrayList<>()).add(check);
            }
        });
        return found;
    }

    /** Empty where the bundle is just going. */
    private static Optional<String> capability(ServiceReference<PromiseCheck> reference) {
        return Optional.ofNullable(reference.getBundle())
                .map(bundle -> bundle.getSymbolicName())
                .map(name -> name.substring(name.lastIndexOf('.') + 1));
    }
}
