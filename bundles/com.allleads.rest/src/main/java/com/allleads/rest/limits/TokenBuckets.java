package com.allleads.rest.limits;

import com.allleads.api.rest.RateLimiter;
import com.allleads.rest.RestSettings;
import com.allleads.rest.RestSettings.Values;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Limits by a bucket of tokens per name and address. Nothing is stored: addresses are forgotten when their buckets would be
 * full again, and there are never more than fit into memory.
 */
@Component(service = {RateLimiter.class, TokenBuckets.class})
public final class TokenBuckets implements RateLimiter {

    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int MOST_BUCKETS = 50_000;

    private final RestSettings settings;
    private volatile Buckets buckets;

    @Activate
    public TokenBuckets(@Reference RestSettings settings) {
        this.settings = settings;
        this.buckets = new Buckets(settings.now());
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

    @SuppressWarnings("ReferenceEquality") // another object after each change of the settings
    private Bucket bucket(String limit, String client) {
        Buckets current = buckets;
        Values now = settings.now();
        if (!current.limits().equals(now)) {
            current = new Buckets(now);
            buckets = current;
        }
        return current.of(new Key(limit, ClientNetwork.of(client)));
    }

    private record Key(String limit, String client) {}

    /** The buckets under the limits that are in force. */
    private record Buckets(Values limits, Cache<Key, Bucket> buckets) {

        Buckets(Values limits) {
            this(
                    limits,
                    Caffeine.newBuilder()
                            .maximumSize(MOST_BUCKETS)
                            .expireAfterAccess(PERIOD)
                            .build());
        }

        Bucket of(Key key) {
            return buckets.get(key, this::bucket);
        }

        private Bucket bucket(Key key) {
            int most = limits.triesPerMinute().getOrDefault(key.limit(), limits.otherTriesPerMinute());
            return Bucket.builder()
                    .addLimit(rule -> rule.capacity(most).refillGreedy(most, PERIOD))
                    .build();
        }
    }
}
