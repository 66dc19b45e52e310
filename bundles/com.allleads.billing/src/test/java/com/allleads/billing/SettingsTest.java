package com.allleads.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.store.testing.Configurations;
import java.lang.annotation.Annotation;
import java.net.URI;
import org.junit.Test;

public class SettingsTest {

    @Test
    public void readsWhatIsConfigured() {
        Settings settings = Settings.of(new Configuration("EUR", "2.00", "50.00", "", 5, 10, "https://leads.example/"));

        assertThat(settings.currency().getCode()).isEqualTo("EUR");
        assertThat(settings.topUpLeast()).hasToString("EUR 2.00");
        assertThat(settings.publicUrl()).contains(URI.create("https://leads.example"));
        assertThat(settings.processorWait()).hasSeconds(5);
    }

    @Test
    public void namesTheKeyOfAWrongValue() {
        refuses("currency", new Configuration("BUCKS", "1.00", "5.00", "", 10, 64, ""));
        refuses("topup.least", new Configuration("USD", "0.00", "5.00", "", 10, 64, ""));
        refuses("topup.least", new Configuration("USD", "1.001", "5.00", "", 10, 64, ""));
        refuses("topup.least", new Configuration("USD", "little", "5.00", "", 10, 64, ""));
        refuses("topup.most", new Configuration("USD", "1.00", "0.50", "", 10, 64, ""));
        refuses("topup.most", new Configuration("USD", "1.00", "9".repeat(40), "", 10, 64, ""));
        refuses("topup.daily.most", new Configuration("USD", "1.00", "5.00", "much", 10, 64, ""));
        refuses("topup.daily.most", new Configuration("USD", "1.00", "5.00", "0.50", 10, 64, ""));
        refuses("processor.wait.seconds", new Configuration("USD", "1.00", "5.00", "", 11, 64, ""));
        refuses("processor.calls.most", new Configuration("USD", "1.00", "5.00", "", 10, 0, ""));
        refuses("public.url", new Configuration("USD", "1.00", "5.00", "", 10, 64, "leads.example"));
    }

    @Test
    public void namesTheKeyOfAValueThatIsNoNumber() {
        Configurations.withoutNumber(BillingConfiguration.class)
                .forEach((key, configuration) -> assertThatThrownBy(() -> Settings.of(configuration))
                        .hasMessage("com.allleads.billing.cfg: " + key + " must be a whole number"));
    }

    private static void refuses(String key, BillingConfiguration configuration) {
        assertThatThrownBy(() -> Settings.of(configuration)).hasMessageContaining("com.allleads.billing.cfg: " + key);
    }

    private record Configuration(
            String currency,
            String topup_least,
            String topup_most,
            String topup_daily_most,
            int processor_wait_seconds,
            int processor_calls_most,
            String public_url)
            implements BillingConfiguration {

        @Override
        public Class<? extends Annotation> annotationType() {
            return BillingConfiguration.class;
        }
    }
}
