package com.allleads.itests.inside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** The platform around the test, called by HTTP as anybody would: inside, the test stands on nothing of it. */
final class Platform {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Longer than the site takes an earlier finding of its readiness for the present one. */
    private static final Duration LASTING = Duration.ofMillis(500);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String root = "http://127.0.0.1:" + System.getProperty("allleads.http.port") + "/api/v1";

    /** What came back. */
    record Answer(int status, String contentType, String body) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException("not JSON, status " + status, e);
            }
        }

        Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError("expected " + expected + " but was " + status + ": " + body);
            }
            return this;
        }

        boolean isProblem() {
            return contentType.startsWith("application/problem+json")
                    && !json().path("type").asText().isBlank();
        }
    }

    Answer get(String path) {
        return send("GET", path, Optional.empty(), null);
    }

    Answer get(String path, String token) {
        return send("GET", path, Optional.of(token), null);
    }

    Answer post(String path, Object body) {
        return send("POST", path, Optional.empty(), body);
    }

    Answer post(String path, String token, Object body) {
        return send("POST", path, Optional.of(token), body);
    }

    /**
     * Returns when every bundle that should serve does.
     *
     * @param since what happened before, for the message
     */
    void awaitReady(String since) {
        AtomicReference<Instant> readySince = new AtomicReference<>();
        Patience.until("ready " + since, () -> {
            Answer ready = get("/ready");
            if (ready.status() != 200) {
                readySince.set(null);
                return Optional.of(ready.toString());
            }
            readySince.compareAndSet(null, Instant.now());
            return Instant.now().isAfter(readySince.get().plus(LASTING))
                    ? Optional.empty()
                    : Optional.of("ready, but not yet for " + LASTING);
        });
    }

    private Answer send(String method, String path, Optional<String> token, Object body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                    .timeout(Duration.ofSeconds(60))
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(JSON.writeValueAsString(body)));
            if (body != null) {
                request.header("Content-Type", "application/json");
                request.header("Idempotency-Key", UUID.randomUUID().toString());
            }
            token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException e) {
            // While the web server itself is restarted nobody listens.
            return new Answer(0, "", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
