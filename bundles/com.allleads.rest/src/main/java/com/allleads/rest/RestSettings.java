package com.allleads.rest;

import com.allleads.api.config.InvalidConfigurationException;
import com.allleads.api.config.Setting;
import com.allleads.api.readiness.ReadinessCheck;
import com.allleads.rest.proxies.TrustedProxies;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings in force. Unlike other capabilities this one starts with a wrong value too, on that key's default: it is the
 * one by which operators learn what is wrong. The site is not ready until it is mended.
 */
@Component(
        service = {RestSettings.class, ReadinessCheck.class},
        configurationPid = RestConfiguration.PID)
@Designate(ocd = RestConfiguration.class)
public final class RestSettings implements ReadinessCheck {

    private static final Logger LOG = LoggerFactory.getLogger(RestSettings.class);

    private static final Setting SETTING = Setting.of(RestConfiguration.PID);

    private static final RestConfiguration DEFAULTS = (RestConfiguration) Proxy.newProxyInstance(
            RestConfiguration.class.getClassLoader(),
            new Class<?>[] {RestConfiguration.class},
            (self, method, arguments) -> method.getDefaultValue());

    private volatile Reading inForce;

    @Activate
    public RestSettings(RestConfiguration configuration) {
        inForce = Reading.of(configuration);
        inForce.wrong().forEach(wrong -> LOG.error("{}; its default holds until then", wrong));
    }

    @Modified
    void modified(RestConfiguration configuration) {
        Reading next = Reading.of(configuration);
        boolean taken = next.wrong().isEmpty() || !inForce.wrong().isEmpty();
        if (taken) {
            inForce = next;
        }
        String holds = taken ? "its default holds until then" : "the settings stay as they were";
        next.wrong().forEach(wrong -> LOG.error("{}; {}", wrong, holds));
    }

    /** What is in force now; another object after each change. */
    public Values now() {
        return inForce.values();
    }

    @Override
    public Optional<String> missing() {
        return inForce.wrong().stream().reduce((one, other) -> one + "; " + other);
    }

    /**
     * Checked settings.
     *
     * @param bodyLimit the most bytes of a body
     * @param patience how long a resource that goes waits for its requests
     * @param triesPerMinute the limits that have names
     * @param otherTriesPerMinute the limit of every other name
     * @param proxies the proxies in front of the site
     * @param strictTransport how long browsers keep to TLS after an answer over TLS
     * @param requiredBundles without which the site is not ready
     */
    public record Values(
            int bodyLimit,
            Duration patience,
            Map<String, Integer> triesPerMinute,
            int otherTriesPerMinute,
            TrustedProxies proxies,
            Duration strictTransport,
            Set<String> requiredBundles) {}

    /**
     * A configuration, read key by key.
     *
     * @param values what it says, and the default of each key that is wrong
     * @param wrong what is wrong, one sentence per key
     */
    private record Reading(Values values, List<String> wrong) {

        private static final int KILOBYTE = 1_024;

        static Reading of(RestConfiguration configuration) {
            Reader reader = new Reader(configuration, new ArrayList<>());
            Values values = new Values(
                    KILOBYTE
                            * reader.number("body.limit.kilobytes", RestConfiguration::body_limit_kilobytes, 1, 10_240),
                    Duration.ofSeconds(reader.number("drain.seconds", RestConfiguration::drain_seconds, 0, 120)),
                    Map.of(
                            "sign-in", reader.limit("sign-in", RestConfiguration::limit_sign$_$in),
                            "registration", reader.limit("registration", RestConfiguration::limit_registration),
                            "pin", reader.limit("pin", RestConfiguration::limit_pin),
                            "operator", reader.limit("operator", RestConfiguration::limit_operator)),
                    reader.limit("other", RestConfiguration::limit_other),
                    reader.read(set -> TrustedProxies.of(set.trusted_proxies(), set.proxy_headers())),
                    Duration.ofDays(
                            reader.number("strict.transport.days", RestConfiguration::strict_transport_days, 0, 730)),
                    reader.read(set -> bundles(set.required_bundles())));
            return new Reading(values, List.copyOf(reader.wrong()));
        }

        private static Set<String> bundles(String configured) {
            Set<String> names = Stream.of(configured.split(","))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
            if (names.stream().anyMatch(name -> !name.matches("[A-Za-z0-9._-]+"))) {
                throw SETTING.refuse("required.bundles", "must be symbolic names of bundles, separated by commas");
            }
            return names;
        }
    }

    /** Reads keys, and notes those that are wrong. */
    private record Reader(RestConfiguration configuration, List<String> wrong) {

        int limit(String name, ToIntFunction<RestConfiguration> key) {
            return number("limit." + name, key, 1, 1_000_000);
        }

        int number(String name, ToIntFunction<RestConfiguration> key, int least, int most) {
            return read(set -> SETTING.between(name, () -> key.applyAsInt(set), least, most));
        }

        <T> T read(Function<RestConfiguration, T> key) {
            try {
                return key.apply(configuration);
            } catch (InvalidConfigurationException e) {
                wrong.add(e.getMessage());
                return key.apply(DEFAULTS);
            }
        }
    }
}
