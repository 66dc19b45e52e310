package com.allleads.consent.decisions;

import com.allleads.api.person.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;

/**
 * Whose decisions this node is writing: from the moment at which one is written until it is heard of as committed nobody knows
 * whether it holds. Safe for use by many threads.
 */
@Component(service = UnderWay.class)
public final class UnderWay {

    /** Longer than any transaction may take; then it rolled back. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Map<PersonId, Pending> pending = new ConcurrentHashMap<>();

    /** Whether a decision of the person is under way. */
    public boolean isOf(PersonId person) {
        return pending.containsKey(person);
    }

    /** Decisions of the person are being written. */
    void begin(PersonId person, Set<String> receipts, Instant now) {
        pending.merge(person, new Pending(receipts, now), Pending::and);
    }

    /** A decision was committed, by this node or another. */
    public void committed(PersonId person, String receipt) {
        pending.computeIfPresent(person, (who, known) -> known.without(receipt));
    }

    /** Forgets what must have rolled back. */
    public void sweep(Instant now) {
        pending.values().removeIf(known -> known.since().plus(LONGEST).isBefore(now));
    }

    private record Pending(Set<String> receipts, Instant since) {

        Pending and(Pending more) {
            Set<String> all = new HashSet<>(receipts);
            all.addAll(more.receipts);
            return new Pending(all, more.since);
        }

        /** Null where nothing is left, as a map wants it. */
        Pending without(String receipt) {
            Set<String> rest = new HashSet<>(receipts);
            rest.remove(receipt);
            return rest.isEmpty() ? null : new Pending(rest, since);
        }
    }
}
