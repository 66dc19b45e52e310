package com.allleads.consent;

import com.allleads.api.consent.LegalBasis;
import com.allleads.api.consent.Purpose;
import com.allleads.api.consent.PurposeSource;
import com.allleads.consent.decisions.TextDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The purposes that capabilities follow at this moment. Where two declare the same one, the service that OSGi prefers has
 * its way.
 */
@Component(service = KnownPurposes.class)
public final class KnownPurposes {

    private static final Logger LOG = LoggerFactory.getLogger(KnownPurposes.class);

    private final Map<ServiceReference<PurposeSource>, PurposeSource> sources =
            new TreeMap<>(Collections.reverseOrder());
    private volatile Map<String, KnownPurpose> known = Map.of();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void add(ServiceReference<PurposeSource> reference, PurposeSource source) {
        sources.put(reference, source);
        known = merge();
    }

    synchronized void remove(ServiceReference<PurposeSource> reference) {
        sources.remove(reference);
        known = merge();
    }

    /** All of them: those that are a choice last. */
    public List<KnownPurpose> all() {
        return List.copyOf(known.values());
    }

    /** One of them. */
    public Optional<KnownPurpose> find(String id) {
        return id == null ? Optional.empty() : Optional.ofNullable(known.get(id));
    }

    private Map<String, KnownPurpose> merge() {
        Map<String, KnownPurpose> needed = new LinkedHashMap<>();
        Map<String, KnownPurpose> chosen = new LinkedHashMap<>();
        for (Purpose purpose : declared()) {
            if (needed.containsKey(purpose.id()) || chosen.containsKey(purpose.id())) {
                LOG.warn("Purpose {} is declared twice; the first declaration counts", purpose.id());
                continue;
            }
            Map<String, KnownPurpose> kind = purpose.basis() == LegalBasis.CHOICE ? chosen : needed;
            kind.put(purpose.id(), new KnownPurpose(purpose, TextDigest.of(purpose.text())));
        }
        needed.putAll(chosen);
        return Collections.unmodifiableMap(needed);
    }

    private List<Purpose> declared() {
        List<Purpose> all = new ArrayList<>();
        sources.values().forEach(source -> all.addAll(source.purposes()));
        return all;
    }

    /**
     * A purpose with the digest of its text, which is asked for often.
     *
     * @param purpose what was declared
     * @param textDigest the digest of its text
     */
    public record KnownPurpose(Purpose purpose, String textDigest) {

        /** Whether it needs the person's own act. */
        public boolean isChoice() {
            return purpose.basis() == LegalBasis.CHOICE;
        }
    }
}
