package ${package};

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.time.Duration;
import org.joda.money.CurrencyUnit;
import org.junit.Test;

public class ${processorClass}SettingsTest {

    @Test
    public void readsWhatTheFileSays() {
        ${processorClass}Settings settings = ${processorClass}Settings.of(configured(" USD,GBP ", 5, "a secret only for tests"));
        assertThat(settings.traits().currencies())
                .containsExactlyInAnyOrder(CurrencyUnit.USD, CurrencyUnit.GBP);
        assertThat(settings.traits().finalAfter()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.signature()).isPresent();
        assertThat(${processorClass}Settings.of(configured("USD", 60, "")).signature()).isEmpty();
    }

    @Test
    public void refusesAWrongValueByItsKey() {
        assertThatThrownBy(() -> ${processorClass}Settings.of(configured("dollars", 60, "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("${artifactId}.cfg: currencies");
        assertThatThrownBy(() -> ${processorClass}Settings.of(configured(" , ", 60, "")))
                .hasMessageContaining("currencies");
        assertThatThrownBy(() -> ${processorClass}Settings.of(configured("USD", 0, "")))
                .hasMessageContaining("final.after.seconds");
        assertThatThrownBy(() -> ${processorClass}Settings.of(configured("USD", 86_401, "")))
                .hasMessageContaining("final.after.seconds");
        assertThatThrownBy(() -> ${processorClass}Settings.of(configured("USD", 60, "too short")))
                .hasMessageContaining(".callback.secret")
                .hasMessageNotContaining("too short");
    }

    private static ${processorClass}Configuration configured(
            String currencies, int finalAfterSeconds, String callbackSecret) {
        return new ${processorClass}Configuration() {
            @Override
            public String currencies() {
                return currencies;
            }

            @Override
            public int final_after_seconds() {
                return finalAfterSeconds;
            }

            @Override
            public String _callback_secret() {
                return callbackSecret;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return ${processorClass}Configuration.class;
            }
        };
    }
}
