package com.allleads.billing.figures;

import com.allleads.billing.topups.TopUpStatus;
import java.util.Map;

/**
 * How many charges ended how.
 *
 * @param settled money was taken
 * @param declined the processor or the bank said no
 * @param notAttempted nothing was tried, fallback cards being charged instead among them
 * @param pending the processor will tell
 * @param unknown whether money was taken is not known yet
 */
public record Outcomes(long settled, long declined, long notAttempted, long pending, long unknown) {

    /** None. */
    static final Outcomes NONE = new Outcomes(0, 0, 0, 0, 0);

    static Outcomes of(Map<TopUpStatus, Long> counts) {
        return new Outcomes(
                counts.getOrDefault(TopUpStatus.SETTLED, 0L),
                counts.getOrDefault(TopUpStatus.DECLINED, 0L),
                counts.getOrDefault(TopUpStatus.NOT_ATTEMPTED, 0L),
                counts.getOrDefault(TopUpStatus.PENDING, 0L),
                counts.getOrDefault(TopUpStatus.UNKNOWN, 0L));
    }

    Outcomes plus(Outcomes other) {
        return new Outcomes(
                settled + other.settled,
                declined + other.declined,
                notAttempted + other.notAttempted,
                pending + other.pending,
                unknown + other.unknown);
    }
}
