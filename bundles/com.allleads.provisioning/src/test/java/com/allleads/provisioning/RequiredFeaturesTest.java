package com.allleads.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.junit.Test;

public class RequiredFeaturesTest {

    private final Map<String, Feature> required = new LinkedHashMap<>();
    private final RequiredFeatures features = new RequiredFeatures(karaf());

    @Test
    public void givesUpTheFeatureThatNamesTheBundleAndNoOther() throws Exception {
        require("adapter", "mvn:example/library/1.0", "mvn:example/adapter/1.0");
        require("other", "mvn:example/library/1.0", "mvn:example/other/1.0");

        assertThat(features.giveUp("mvn:example/adapter/1.0")).containsExactly("adapter");

        assertThat(required).containsOnlyKeys("other");
    }

    @Test
    public void keepsEveryFeatureWhereNoneNamesTheBundle() throws Exception {
        require("other", "mvn:example/other/1.0");

        assertThat(features.giveUp("mvn:example/adapter/1.0")).isEmpty();

        assertThat(required).containsOnlyKeys("other");
    }

    private void require(String name, String... locations) {
        List<BundleInfo> bundles = List.of(locations).stream()
                .map(location -> answering(BundleInfo.class, Map.of("getLocation", location)))
                .toList();
        required.put(
                name, answering(Feature.class, Map.of("getName", name, "getVersion", "1.0.0", "getBundles", bundles)));
    }

    private FeaturesService karaf() {
        return proxy(FeaturesService.class, (proxy, method, arguments) -> {
            if (method.getName().equals("listRequiredFeatures")) {
                return required.values().toArray(new Feature[0]);
            }
            assertThat(method.getName()).isEqualTo("uninstallFeature");
            required.remove(arguments[0]);
            return null;
        });
    }

    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return proxy(type, (proxy, method, arguments) -> answers.get(method.getName()));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
