package com.allleads.itests.outside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A client of the REST endpoints: plain HTTP and JSON, as an outsider would write it. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final Site site;
    private final Map<String, String> headers;

    Api(Site site) {
        this(site, Map.of());
    }

    private Api(Site site, Map<String, String> headers) {
        this.site = site;
        this.headers = headers;
    }

    /** The same client with one more header on every request. */
    public Api with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(site, more);
    }

    public Api bearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Api operator() {
        String credentials = "operator:" + Site.OPERATOR_PASSWORD;
        return with(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, json(body));
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, json(body));
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, json(body));
    }

    /** A page at the root of the site. */
    public Answer page(String path) {
        return exchange("GET", path, null);
    }

    /** A form of a page, with its fields as they stand in a body. */
    public Answer form(String path, String fields) {
        return with("Content-Type", "application/x-www-form-urlencoded").exchange("POST", path, fields);
    }

    /** Sends a body as it is; none where it is null. */
    public Answer send(String method, String path, String body) {
        return exchange(method, "/api/v1" + path, body);
    }

    private Answer exchange(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.address(path))
                .timeout(Duration.ofSeconds(40))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public String contentType() {
            return response.headers().firstValue("Content-Type").orElse("");
        }

        public JsonNode json() {
            try {
                return text().isEmpty() ? MissingNode.getInstance() : JSON.readTree(text());
            } catch (IOException e) {
                throw new UncheckedIOException("not JSON, status " + status(), e);
            }
        }

        public String string(String member) {
            return json().path(member).asText();
        }

        /** The answer itself where it has this status, so that a story reads as one. */
        public Answer expect(int status) {
            if (status() != status) {
                throw new AssertionError("expected " + status + " but was " + status() + " "
                        + response.request().method() + " " + response.uri().getPath() + ": " + text());
            }
            return this;
        }

        @Override
        public String toString() {
            return status() + " " + text();
        }
    }
}
