package com.allleads.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads the record from its beginning and compares each hash. It may run while entries are written: what is added meanwhile is
 * left to the next time.
 */
@Component(service = ChainVerification.class)
public final class ChainVerification {

    private static final int PER_PAGE = 1_000;
    private static final Duration UNDER_WAY = Duration.ofHours(1);

    private final Trail trail;

    @Activate
    public ChainVerification(@Reference Trail trail) {
        this.trail = trail;
    }

    /** Verifies the whole chain. */
    public Report verify() {
        // Before the head is read, as the head only moves on: what is beyond it then was not written by the record.
        Trail.Extent extent = trail.extent();
        Trail.Head head = trail.head();
        boolean beyond = extent.low() < 0 || extent.high() > head.entries();
        long breaks = beyond ? 1 : 0;
        Optional<String> first = beyond ? Optional.of("entries beyond the end") : Optional.empty();
        String previous = Link.BEGINNING;
        for (long next = 1; next <= head.entries(); next += PER_PAGE) {
            long end = Math.min(next + PER_PAGE - 1, head.entries());
            List<Trail.Hashed> page = trail.between(next, end);
            long expected = next;
            for (Trail.Hashed hashed : page) {
                boolean fits = hashed.entry().number() == expected
                        && hashed.hash().equals(Link.hash(previous, hashed.entry()));
                if (!fits) {
                    breaks++;
                    first = first.or(() -> Optional.of("entry " + hashed.entry().number()));
                }
                // Goes on with what is written, so that one break is counted as one.
                previous = hashed.hash();
                expected = hashed.entry().number() + 1;
            }
            if (expected != end + 1) {
                breaks++;
                long missing = expected;
                first = first.or(() -> Optional.of("entry " + missing));
            }
        }
        if (!previous.equals(head.hash())) {
            breaks++;
            first = first.or(() -> Optional.of("the end"));
        }
        long cutOff = trail.cutOff(Instant.now().minus(UNDER_WAY).toEpochMilli());
        return new Report(head.entries(), breaks, first, cutOff);
    }

    /**
     * What was found.
     *
     * @param entries how many were compared
     * @param breaks how many places do not fit
     * @param firstBreak the first of them
     * @param cutOff how many acts began more than an hour ago and have no end
     */
    public record Report(long entries, long breaks, Optional<String> firstBreak, long cutOff) {}
}
