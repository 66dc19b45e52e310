package com.allleads.billing.pages.operator;

import com.allleads.api.portal.Text;
import com.allleads.billing.topups.OpenTopUps;
import java.time.Instant;
import java.util.List;

/**
 * Payments that are not decided yet, as operators see them.
 *
 * @param status what is known of them
 * @param topUps how many
 * @param oldest since when the oldest of them
 * @param age how long ago that was
 */
public record ShownOpen(String status, long topUps, Instant oldest, Text age) {

    static List<ShownOpen> all(List<OpenTopUps> open, Instant now) {
        return open.stream()
                .map(one -> new ShownOpen(one.status().name(), one.topUps(), one.oldest(), Age.of(one.oldest(), now)))
                .toList();
    }
}
