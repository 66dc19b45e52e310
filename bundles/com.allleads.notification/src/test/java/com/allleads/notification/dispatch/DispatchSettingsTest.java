package com.allleads.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.config.InvalidConfigurationException;
import com.allleads.store.testing.Configurations;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import org.junit.Test;

public final class DispatchSettingsTest {

    @Test
    public void theDefaultsAreValid() {
        DispatchSettings settings = DispatchSettings.of(configured(Map.of()));

        assertThat(settings.attempts()).isEqualTo(30);
        assertThat(settings.lease()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    public void namesTheKeyOfAValueThatIsNoNumber() {
        Configurations.withoutNumber(DispatchConfiguration.class)
                .forEach((key, configuration) -> assertThatThrownBy(() -> DispatchSettings.of(configuration))
                        .isInstanceOf(InvalidConfigurationException.class)
                        .hasMessage("com.allleads.notification.cfg: " + key + " must be a whole number"));
    }

    @Test
    public void theDocumentedFileHasEveryKeyAtItsDefault() throws Exception {
        Properties documented = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/cfg/com.allleads.notification.cfg"))) {
            documented.load(file);
        }
        documented.replaceAll((key, value) -> value.toString().replace("${allleads.url}", "http://localhost:8181"));

        assertThat(documented)
                .containsOnlyKeys(Arrays.stream(DispatchConfiguration.class.getDeclaredMethods())
                        .map(key -> key.getName().replace('_', '.'))
                        .toArray());
        for (Method key : DispatchConfiguration.class.getDeclaredMethods()) {
            assertThat(documented.get(key.getName().replace('_', '.')))
                    .isEqualTo(key.getDefaultValue().toString());
        }
    }

    @Test
    public void refusesWrongValuesByTheirKey() {
        refuses("site_name", " ");
        refuses("site_name", "n".repeat(101));
        refuses("site_url", "site.example");
        refuses("site_url", "ftp://site.example");
        refuses("site_url", "https://site.example/");
        refuses("site_url", "https:// site");
        refuses("attempts", 0);
        refuses("threads", 65);
        refuses("batch", 0);
        refuses("lease_seconds", 60);
        refuses("poll_millis", 10);
    }

    private static void refuses(String key, Object value) {
        assertThatThrownBy(() -> DispatchSettings.of(configured(Map.of(key, value))))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("com.allleads.notification.cfg: " + key.replace('_', '.'));
    }

    private static DispatchConfiguration configured(Map<String, Object> values) {
        InvocationHandler answers =
                (proxy, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue());
        return (DispatchConfiguration) Proxy.newProxyInstance(
                DispatchConfiguration.class.getClassLoader(), new Class<?>[] {DispatchConfiguration.class}, answers);
    }
}
