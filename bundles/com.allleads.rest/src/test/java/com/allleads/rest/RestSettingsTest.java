package com.allleads.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.rest.testing.Settings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.Test;

/** A wrong value is refused by its key, and takes nothing else down. */
public class RestSettingsTest {

    private static final Map<String, Object> WRONG = new LinkedHashMap<>();

    static {
        WRONG.put("body.limit.kilobytes", 0);
        WRONG.put("drain.seconds", 121);
        WRONG.put("limit.sign-in", 0);
        WRONG.put("limit.registration", -1);
        WRONG.put("limit.pin", 1_000_001);
        WRONG.put("limit.operator", 0);
        WRONG.put("limit.other", 0);
        WRONG.put("trusted.proxies", "proxy.example");
        WRONG.put("proxy.headers", "all");
        WRONG.put("strict.transport.days", 731);
        WRONG.put("required.bundles", "com.allleads.vault; com.allleads.rest");
    }

    @Test
    public void startsOnTheDefaultOfAWrongKeyAndNamesIt() {
        RestSettings settings = TestSettings.of(Map.of("drain_seconds", -1, "body_limit_kilobytes", 8));

        assertThat(settings.now().patience()).isEqualTo(Duration.ofSeconds(15));
        assertThat(settings.now().bodyLimit()).isEqualTo(8 * 1024);
        assertThat(settings.missing()).hasValue("com.allleads.rest.cfg: drain.seconds = -1: must be 0 to 120");
    }

    @Test
    public void namesEveryKeyThatIsWrong() {
        WRONG.forEach((key, value) -> assertThat(
                        TestSettings.of(Map.of(method(key), value)).missing())
                .as(key)
                .hasValueSatisfying(wrong -> assertThat(wrong).startsWith("com.allleads.rest.cfg: " + key + " ")));

        assertThat(TestSettings.of(Map.of("drain_seconds", -1, "limit_pin", 0)).missing())
                .hasValueSatisfying(wrong -> assertThat(wrong).contains("drain.seconds", "limit.pin"));
    }

    @Test
    public void namesTheKeyOfAValueThatIsNoNumber() {
        WRONG.forEach((key, value) -> {
            if (value instanceof Integer) {
                RestSettings settings = new RestSettings(Settings.unreadable(method(key)));

                assertThat(settings.missing()).hasValue("com.allleads.rest.cfg: " + key + " must be a whole number");
            }
        });
    }

    @Test
    public void keepsTheOldSettingsWhenAChangeIsWrong() {
        RestSettings settings = TestSettings.of(Map.of("limit_other", 5));

        WRONG.forEach((key, value) -> TestSettings.change(settings, Map.of(method(key), value)));

        assertThat(settings.now().otherTriesPerMinute()).isEqualTo(5);
        assertThat(settings.missing()).as("the site goes on as it was").isEmpty();
    }

    @Test
    public void isReadyOnceAWrongStartIsMended() {
        RestSettings settings = TestSettings.of(Map.of("drain_seconds", -1));

        TestSettings.change(settings, Map.of("drain_seconds", 5, "limit_pin", 0));
        assertThat(settings.missing())
                .hasValueSatisfying(
                        wrong -> assertThat(wrong).contains("limit.pin").doesNotContain("drain.seconds"));
        TestSettings.change(settings, Map.of("drain_seconds", 5));

        assertThat(settings.missing()).isEmpty();
        assertThat(settings.now().patience()).isEqualTo(Duration.ofSeconds(5));
    }

    private static String method(String key) {
        return key.replace("-", "$_$").replace('.', '_');
    }
}
