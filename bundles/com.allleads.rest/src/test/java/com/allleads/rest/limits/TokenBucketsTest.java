package com.allleads.rest.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.rest.RestSettings;
import com.allleads.rest.TestSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.Test;

/** How often one address may try. */
public class TokenBucketsTest {

    private final RestSettings settings =
            TestSettings.of(Map.of("limit_pin", 2, "limit_sign$_$in", 1, "limit_other", 1));
    private final TokenBuckets limits = new TokenBuckets(settings);

    @Test
    public void allowsAsManyAsConfigured() {
        assertThat(limits.allow("pin", "192.0.2.1")).isTrue();
        assertThat(limits.delay("pin", "192.0.2.1")).isZero();
        assertThat(limits.allow("pin", "192.0.2.1")).isTrue();
        assertThat(limits.delay("pin", "192.0.2.1")).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
        assertThat(limits.allow("pin", "192.0.2.1")).isFalse();
        assertThat(limits.refusal("pin", "192.0.2.1"))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30)));
    }

    @Test
    public void countsNamesAndAddressesApart() {
        assertThat(limits.allow("sign-in", "192.0.2.1")).isTrue();
        assertThat(limits.allow("sign-in", "192.0.2.1")).isFalse();

        assertThat(limits.allow("sign-in", "192.0.2.2")).isTrue();
        assertThat(limits.allow("a-name-of-somebody's-own", "192.0.2.1")).isTrue();
        assertThat(limits.allow("a-name-of-somebody's-own", "192.0.2.1")).isFalse();
    }

    @Test
    public void countsAnIpv6NetworkAsOne() {
        assertThat(limits.allow("sign-in", "2001:db8:1:2::1")).isTrue();

        assertThat(limits.allow("sign-in", "2001:db8:1:2:ffff::7")).isFalse();
        assertThat(limits.allow("sign-in", "2001:db8:1:3::1")).isTrue();
        assertThat(limits.allow("sign-in", "::ffff:192.0.2.9")).isTrue();
        assertThat(limits.allow("sign-in", "192.0.2.9")).isFalse();
    }

    @Test
    public void appliesNewNumbersAtOnceAndKeepsTheOldOnesWhereTheyAreWrong() {
        assertThat(limits.allow("sign-in", "192.0.2.1")).isTrue();

        TestSettings.change(settings, Map.of("limit_sign$_$in", 0));
        assertThat(limits.allow("sign-in", "192.0.2.1")).isFalse();

        TestSettings.change(settings, Map.of("limit_sign$_$in", 5));
        assertThat(limits.allow("sign-in", "192.0.2.1")).isTrue();
    }
}
