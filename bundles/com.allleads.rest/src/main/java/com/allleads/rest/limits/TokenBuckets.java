package com.allleads.rest.limits;

import com.allleads.api.config.InvalidConfigurationException;
import com.allleads.api.config.Setting;
import com.allleads.api.rest.RateLimiter;
import com.allleads.rest.RestConfiguration;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Limits by a bucket of tokens per name and address. Nothing is stored: addresses are forgotten when their buckets would be
 * full again, and there are never more than fit into memory.
 */
@Component(
        service = {RateLimiter.class, TokenBuckets.class},
        configurationPid = RestConfiguration.PID)
public final class TokenBuckets implements RateLimiter {

    private static final Logger LOG = LoggerFactory.getLogger(TokenBuckets.class);

    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int MOST_BUCKETS = 50_000;

    private volatile Settings settings;

    @Activate
    public TokenBuckets(RestConfiguration configuration) {
        settings = Settings.of(configuration);
    }

    @Modified
    void modified(RestConfiguration configuration) {
        try {
            settings = Settings.of(configuration);
        } catch (InvalidConfigurationException e) {
            LOG.error("{}; the limits stay as they were", e.getMessage());
        }
    }

    @Override
    public boolean allow(String limit, String client) {
        return refusal(limit, client).isEmpty();
    }

    /** Counts a try; answers how long to wait where it is one too many. */
    public Optional<Duration> refusal(String limit, String client) {
        ConsumptionProbe probe = bucket(limit, client).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    @Override
    public Duration delay(String limit, String client) {
        return Duration.ofNanos(
                bucket(limit, client).estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    private Bucket bucket(String limit, String client) {
        Settings current = settings;
        return current.buckets().get(new Key(limit, ClientNetwork.of(client)), key -> current.newBucket(key.limit()));
    }

    private record Key(String limit, String client) {}

    private record Settings(Map<String, Integer> perMinute, int other, Cache<Key, Bucket> buckets) {

        static Settings of(RestConfiguration configuration) {
            return new Settings(
                    Map.of(
                            "sign-in", limit("sign-in", configuration::limit_sign$_$in),
                            "registration", limit("registration", configuration::limit_registration),
                            "pin", limit("pin", configuration::limit_pin),
                            "operator", limit("operator", configuration::limit_operator)),
                    limit("other", configuration::limit_other),
                    Caffeine.newBuilder()
                            .maximumSize(MOST_BUCKETS)
                            .expireAfterAccess(PERIOD)
                            .build());
        }

        private static int limit(String name, IntSupplier value) {
            return Setting.of(RestConfiguration.PID).between("limit." + name, value, 1, 1_000_000);
        }

        Bucket newBucket(String limit) {
            int most = perMinute.getOrDefault(limit, other);
            return Bucket.builder()
                    .addLimit(rule -> rule.capacity(most).refillGreedy(most, PERIOD))
                    .build();
        }
    }
}
