package com.allleads.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.UUID;

/**
 * Orders that were asked for lately on this node. Whoever asks again does so soon, and is then answered by what is written down; of
 * the others hardly any was asked for before, and the database finds those.
 */
final class AnsweredLately {

    private static final long MOST = 20_000;

    private final Cache<UUID, Boolean> orders =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /**
     * An order is asked for.
     *
     * @return whether it is for the first time, as far as is known here
     */
    boolean first(UUID order) {
        return orders.asMap().putIfAbsent(order, Boolean.TRUE) == null;
    }
}
