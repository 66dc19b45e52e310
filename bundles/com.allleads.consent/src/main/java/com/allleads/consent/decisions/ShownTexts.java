package com.allleads.consent.decisions;

import com.allleads.api.consent.Purpose;
import com.allleads.api.consent.PurposeSource;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Keeps every text that people are shown about a purpose. A text is stored when its purpose is declared, before anyone can
 * decide about it, and so never inside the transaction of a decision, where two of them could get into each other's way.
 */
@Component(service = ShownTexts.class)
public final class ShownTexts {

    private final Jdbi jdbi;

    @Activate
    public ShownTexts(@Reference(target = "(schema=com.allleads.consent)") Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(PurposeSource source) {
        for (Purpose purpose : source.purposes()) {
            keep(purpose.text());
        }
    }

    public void remove(PurposeSource source) {
        // Texts stay for good.
    }

    /** The text with a digest. */
    public Optional<String> find(String digest) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT wording FROM consent_text WHERE digest = :digest")
                .bind("digest", digest)
                .mapTo(String.class)
                .findOne());
    }

    /** All of them by digest; there are few. */
    public Map<String, String> all() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT digest, wording FROM consent_text")
                .reduceRows(new HashMap<>(), (texts, row) -> {
                    texts.put(row.getColumn("digest", String.class), row.getColumn("wording", String.class));
                    return texts;
                }));
    }

    private void keep(String text) {
        String digest = TextDigest.of(text);
        if (find(digest).isPresent()) {
            return;
        }
        try {
            jdbi.useHandle(handle -> handle.createUpdate(
                            "INSERT INTO consent_text (digest, wording, shown_since) VALUES (:digest, :wording, :since)")
                    .bind("digest", digest)
                    .bind("wording", text)
                    .bind("since", Instant.now().toEpochMilli())
                    .execute());
        } catch (UnableToExecuteStatementException e) {
            // Another node may have been faster with the same text.
            if (find(digest).isEmpty()) {
                throw e;
            }
        }
    }
}
