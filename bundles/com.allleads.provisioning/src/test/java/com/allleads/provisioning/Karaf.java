package com.allleads.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;

/** The two things that are asked of Karaf's features service. */
final class Karaf {

    private final Map<String, Feature> required = new LinkedHashMap<>();

    void require(String name, String... locations) {
        List<BundleInfo> bundles = List.of(locations).stream()
                .map(location -> answering(BundleInfo.class, Map.of("getLocation", location)))
                .toList();
        required.put(
                name, answering(Feature.class, Map.of("getName", name, "getVersion", "1.0.0", "getBundles", bundles)));
    }

    Set<String> required() {
        return required.keySet();
    }

    FeaturesService service() {
        return proxy(FeaturesService.class, (proxy, method, arguments) -> {
            if (method.getName().equals("listRequiredFeatures")) {
                return required.values().toArray(new Feature[0]);
            }
            assertThat(method.getName()).isEqualTo("uninstallFeature");
            required.remove(arguments[0]);
            return null;
        });
    }

    static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return proxy(type, (proxy, method, arguments) -> answers.get(method.getName()));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
