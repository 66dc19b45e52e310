package com.allleads.vault.rights;

import com.allleads.api.vault.PersonalRecords;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Compares what bundles say in their manifests that they would contribute with what is there: one that is stopped, or waits for its
 * tables, holds something about people all the same.
 */
@Component(service = Absences.class)
public final class InstalledRecords implements Absences {

    private static final String RECORDS = PersonalRecords.class.getName();

    private final BundleContext context;

    @Activate
    public InstalledRecords(BundleContext context) {
        this.context = context;
    }

    @Override
    public Set<String> now() {
        Set<Bundle> there = there();
        return Stream.of(context.getBundles())
                .filter(bundle -> !there.contains(bundle))
                .filter(InstalledRecords::contributes)
                .map(Bundle::getSymbolicName)
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<Bundle> there() {
        try {
            return context.getServiceReferences(PersonalRecords.class, null).stream()
                    .map(ServiceReference::getBundle)
                    .flatMap(bundle -> Optional.ofNullable(bundle).stream())
                    .collect(Collectors.toSet());
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException("there is no filter", impossible);
        }
    }

    private static boolean contributes(Bundle bundle) {
        String offered = bundle.getHeaders("").get(Constants.PROVIDE_CAPABILITY);
        return offered != null && offered.contains(RECORDS);
    }
}
