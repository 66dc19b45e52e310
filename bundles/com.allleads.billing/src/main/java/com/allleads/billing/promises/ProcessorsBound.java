package com.allleads.billing.promises;

import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.api.policy.PromiseState;
import com.allleads.billing.processors.Disclosures;
import com.allleads.billing.processors.Disclosures.Disclosure;
import com.allleads.billing.processors.InstalledProcessor;
import com.allleads.billing.processors.Processors;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Promise {@code processors.bound}: what went out to processors was in their declarations at the time, and every processor that
 * may be used stands by its declaration.
 */
@Component
public final class ProcessorsBound implements PromiseCheck {

    private static final int STEP = 5_000;
    /** Rows get their numbers before they are committed, so that among the latest one may still be missing. */
    private static final Duration UNTIL_ALL_ARE_THERE = Duration.ofMinutes(1);

    private final Disclosures disclosures;
    private final Processors processors;
    /** Disclosures are only ever added, so the older ones are counted once. */
    private Count older = new Count(0, 0, 0);

    @Activate
    public ProcessorsBound(@Reference Disclosures disclosures, @Reference Processors processors) {
        this.disclosures = disclosures;
        this.processors = processors;
    }

    @Override
    public String promise() {
        return "processors.bound";
    }

    @Override
    public synchronized Evidence count() {
        Count all = countAll();
        List<InstalledProcessor> accepted = processors.accepted();
        long undeclared = accepted.stream()
                .filter(processor -> !processor.standsByItsDeclaration())
                .count();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("fieldsSentBeyondDeclaration", all.beyond());
        counts.put("processorsWithoutDeclaration", undeclared);
        counts.put("disclosures", all.disclosures());
        counts.put("processors", (long) accepted.size());
        return new Evidence(
                all.beyond() == 0 && undeclared == 0 ? PromiseState.KEPT : PromiseState.BROKEN,
                counts,
                "Every hand-over to a card processor is written down beside what the processor had declared; one that declares"
                        + " nothing or a secondary use is refused.");
    }

    private Count countAll() {
        Instant settled = Instant.now().minus(UNTIL_ALL_ARE_THERE);
        Count count = older;
        List<Disclosure> next;
        do {
            next = disclosures.after(count.last(), STEP);
            for (Disclosure disclosure : next) {
                count = count.and(disclosure);
                if (disclosure.at().isBefore(settled)) {
                    older = count;
                }
            }
        } while (next.size() == STEP);
        return count;
    }

    private record Count(long disclosures, long beyond, long last) {

        Count and(Disclosure disclosure) {
            return new Count(disclosures + 1, beyond + disclosure.beyondDeclaration(), disclosure.number());
        }
    }
}
