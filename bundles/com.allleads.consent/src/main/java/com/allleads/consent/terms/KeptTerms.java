package com.allleads.consent.terms;

import com.allleads.api.store.StoreException;
import com.allleads.consent.decisions.TextDigest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps the terms under which people decided, each once. They are written by a thread of their own and committed at once: in the
 * transaction of a decision two people who decide at the same moment would get into each other's way.
 */
@Component(service = KeptTerms.class)
public final class KeptTerms {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Jdbi jdbi;
    private final Set<String> kept = ConcurrentHashMap.newKeySet();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "consent-terms");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public KeptTerms(@Reference(target = "(schema=com.allleads.consent)") Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Deactivate
    void stop() {
        writer.shutdown();
    }

    /** Keeps terms, where they are not kept yet, and answers their digest. */
    String keep(Map<String, Object> terms) {
        String content = json(terms);
        String digest = TextDigest.of(content);
        if (!kept.contains(digest)) {
            write(digest, content);
            kept.add(digest);
        }
        return digest;
    }

    private void write(String digest, String content) {
        try {
            writer.submit(() -> insert(digest, content)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while the terms of a decision were written", e);
        } catch (ExecutionException e) {
            throw new StoreException("the terms of a decision could not be written", e.getCause());
        }
    }

    private void insert(String digest, String content) {
        if (isKept(digest)) {
            return;
        }
        try {
            jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO consent_terms (digest, content, kept_since)"
                            + " VALUES (:digest, :content, :since)")
                    .bind("digest", digest)
                    .bind("content", content)
                    .bind("since", Instant.now().toEpochMilli())
                    .execute());
        } catch (UnableToExecuteStatementException e) {
            // Another node may have been faster with the same terms.
            if (!isKept(digest)) {
                throw e;
            }
        }
    }

    private boolean isKept(String digest) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT digest FROM consent_terms WHERE digest = :digest")
                .bind("digest", digest)
                .mapTo(String.class)
                .findOne()
                .isPresent());
    }

    private static String json(Map<String, Object> terms) {
        try {
            return JSON.writeValueAsString(terms);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("terms have only what JSON has", e);
        }
    }
}
