package com.allleads.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.internal.model.Bundle;
import org.apache.karaf.features.internal.model.Dependency;
import org.apache.karaf.features.internal.model.Feature;
import org.junit.Test;

public class RequiredFeaturesTest {

    private final List<Feature> required = new ArrayList<>();
    private final RequiredFeatures features = new RequiredFeatures(karaf());

    @Test
    public void givesUpTheFeatureOfTheBundleAlone() throws Exception {
        required.add(feature("adapter", "mvn:example/adapter/1.0"));
        required.add(feature("other", "mvn:example/other/1.0"));

        assertThat(features.giveUp("mvn:example/adapter/1.0")).containsExactly("adapter");

        assertThat(required).extracting(Feature::getName).containsExactly("other");
    }

    @Test
    public void keepsAFeatureThatBringsTheBundleByAnotherOne() throws Exception {
        Feature whole = feature("whole", "mvn:example/other/1.0");
        Dependency part = new Dependency();
        part.setName("adapter");
        whole.getFeature().add(part);
        required.add(whole);

        assertThat(features.giveUp("mvn:example/adapter/1.0")).isEmpty();

        assertThat(required).containsExactly(whole);
    }

    private static Feature feature(String name, String location) {
        Feature feature = new Feature(name, "1.0.0");
        feature.getBundle().add(new Bundle(location));
        return feature;
    }

    /** Karaf, as far as it is asked here. */
    private FeaturesService karaf() {
        return (FeaturesService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {FeaturesService.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "listRequiredFeatures":
                            return required.toArray(new org.apache.karaf.features.Feature[0]);
                        case "uninstallFeature":
                            required.removeIf(feature -> feature.getName().equals(arguments[0])
                                    && feature.getVersion().equals(arguments[1]));
                            return null;
                        default:
                            throw new UnsupportedOperationException(method.getName());
                    }
                });
    }
}
