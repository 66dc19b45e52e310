package com.allleads.provisioning;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;

/** The features that somebody asked for by name, not those that came along with others. */
final class RequiredFeatures {

    private final FeaturesService features;

    RequiredFeatures(FeaturesService features) {
        this.features = features;
    }

    /**
     * Gives up each feature that names this bundle itself.
     *
     * @param location where the bundle was installed from
     * @return the names of those features
     * @throws Exception where Karaf could not do it
     */
    List<String> giveUp(String location) throws Exception {
        List<String> givenUp = new ArrayList<>();
        for (Feature feature : features.listRequiredFeatures()) {
            if (feature.getBundles().stream().map(BundleInfo::getLocation).anyMatch(location::equals)) {
                features.uninstallFeature(feature.getName(), feature.getVersion());
                givenUp.add(feature.getName());
            }
        }
        return givenUp;
    }
}
