package com.allleads.glassbox.wall;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Dependency;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which bundles came together, by the features that are known. Bundles in no feature are nobody's kin. */
final class Kin {

    private static final Logger LOG = LoggerFactory.getLogger(Kin.class);

    private final ServiceTracker<FeaturesService, FeaturesService> features;

    Kin(BundleContext context) {
        this.features = new ServiceTracker<>(context, FeaturesService.class, null);
        features.open();
    }

    void close() {
        features.close();
    }

    /**
     * Whether two bundles in the box came together and with nobody else: each feature that names the one names the other. So
     * nobody joins the bundles of another company by a feature that names them too.
     */
    boolean together(Bundle one, Bundle other) {
        List<Feature> ofOne = naming(one.getLocation());
        return !ofOne.isEmpty() && ofOne.equals(naming(other.getLocation()));
    }

    /** Whether a feature of a bundle, or one that it asks for, names a library of the host's. */
    boolean names(Bundle bundle, Bundle library) {
        Deque<Feature> toLookAt = new ArrayDeque<>(naming(bundle.getLocation()));
        Set<String> seen = new HashSet<>();
        while (!toLookAt.isEmpty()) {
            Feature feature = toLookAt.pop();
            if (!seen.add(feature.getId())) {
                continue;
            }
            if (has(feature, library.getLocation())) {
                return true;
            }
            for (Dependency dependency : feature.getDependencies()) {
                all().filter(each -> each.getName().equals(dependency.getName()))
                        .forEach(toLookAt::push);
            }
        }
        return false;
    }

    private List<Feature> naming(String location) {
        return all().filter(feature -> has(feature, location)).toList();
    }

    private static boolean has(Feature feature, String location) {
        return feature.getBundles().stream().map(BundleInfo::getLocation).anyMatch(location::equals);
    }

    /** In an order that stays. */
    private Stream<Feature> all() {
        FeaturesService service = features.getService();
        if (service == null) {
            return Stream.empty();
        }
        try {
            return Stream.of(service.listFeatures())
                    .sorted((one, other) -> one.getId().compareTo(other.getId()));
        } catch (Exception e) {
            LOG.warn("The features cannot be read, so no bundle in the box sees another", e);
            return Stream.empty();
        }
    }
}
