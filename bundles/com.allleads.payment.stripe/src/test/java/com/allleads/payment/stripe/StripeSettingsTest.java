package com.allleads.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class StripeSettingsTest {

    private static final String KEY = "sk_test_very_secret";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void readsTheSecretsFromTheEnvironmentOrAFile() throws IOException {
        Path file = folder.newFile("webhook").toPath();
        Files.writeString(file, "whsec_of_a_file\n");

        StripeSettings settings = settings(
                Map.of("secret_key", "env:STRIPE_KEY", "webhook_secret", "file:" + file), Map.of("STRIPE_KEY", KEY));

        assertThat(settings.secretKey().reveal()).isEqualTo(KEY);
        assertThat(settings.webhookSecret().orElseThrow().reveal()).isEqualTo("whsec_of_a_file");
        assertThat(settings.toString()).doesNotContain(KEY).doesNotContain("whsec");
    }

    @Test
    public void saysWhatToDoWithoutASecretKey() {
        assertThatThrownBy(() -> settings(Map.of(), Map.of()))
                .hasMessage(
                        "com.allleads.payment.stripe.cfg: secret.key = env:ALLLEADS_STRIPE_SECRET_KEY: set this variable"
                                + " in the site's environment and start it again");
        assertThatThrownBy(() -> settings(Map.of("secret_key", "file:/nowhere/at/all"), Map.of()))
                .hasMessageContaining("put the secret alone into that file");
    }

    @Test
    public void doesNotRepeatASecretThatStandsInTheWrongPlace() {
        for (String wrong : new String[] {KEY, "env:" + KEY, "file:" + KEY}) {
            assertThatThrownBy(() -> settings(Map.of("secret_key", wrong), Map.of()))
                    .as(wrong)
                    .message()
                    .contains("secret.key")
                    .doesNotContain(KEY);
        }
    }

    @Test
    public void namesTheKeyThatIsWrong() {
        refuses("currencies", "DOLLARS", "currencies");
        refuses("currencies", "ISK", "counts otherwise");
        refuses("currencies", "KWD", "counts otherwise");
        refuses("call_seconds", 10, "call.seconds");
        refuses("final_after_seconds", 59, "final.after.seconds");
        refuses("api", "http://api.stripe.com", "api");
        refuses("api_version", "latest", "api.version");
        refuses("checkout_hosts", "checkout.stripe.com", "checkout.hosts");
        refuses("legal_name", " ", "legal.name");
    }

    private static void refuses(String key, Object value, String named) {
        assertThatThrownBy(
                        () -> settings(Map.of(key, value, "secret_key", "env:STRIPE_KEY"), Map.of("STRIPE_KEY", KEY)))
                .as(key)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    private static StripeSettings settings(Map<String, Object> set, Map<String, String> environment) {
        Map<String, Object> values = new HashMap<>(set);
        StripeConfiguration configuration = (StripeConfiguration) Proxy.newProxyInstance(
                StripeSettingsTest.class.getClassLoader(),
                new Class<?>[] {StripeConfiguration.class},
                (proxy, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
        return StripeSettings.of(configuration, environment);
    }
}
