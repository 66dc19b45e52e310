package com.allleads.itests.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openqa.selenium.logging.LogEntry;

/** What a browser fetched, as its own network log tells it (Chrome DevTools Protocol, domains Network and Page). */
final class Traffic {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Transfer> byRequest = new LinkedHashMap<>();
    private final List<Transfer> redirects = new ArrayList<>();
    private String document = "";
    private boolean loaded;

    /** Takes entries of the log in. */
    void read(Iterable<LogEntry> entries) {
        entries.forEach(entry -> read(message(entry)));
    }

    /**
     * Whether a page came, with all that belongs to it. What the page before it still asked for does not count: a request
     * that ends with its page never ends in the log.
     */
    boolean complete() {
        return loaded && own().allMatch(transfer -> transfer.ended);
    }

    /** Everything that was asked for, redirects first. */
    List<Transfer> all() {
        List<Transfer> all = new ArrayList<>(redirects);
        all.addAll(byRequest.values());
        return all;
    }

    /** The page itself: the newest document. */
    Transfer document() {
        Transfer page = byRequest.get(document);
        if (page == null) {
            throw new AssertionError("no document came; asked for: " + all());
        }
        return page;
    }

    /** What went over the wire for the page, headers and all. */
    long bytes() {
        return own().mapToLong(transfer -> transfer.bytes).sum();
    }

    /** What belongs to the newest document, and the redirects that led to it. */
    private Stream<Transfer> own() {
        return all().stream().filter(transfer -> transfer.loader.equals(document));
    }

    private void read(JsonNode message) {
        JsonNode params = message.path("params");
        String id = params.path("requestId").asText();
        switch (message.path("method").asText()) {
            case "Network.requestWillBeSent" -> begin(id, params);
            case "Network.responseReceived" -> answered(byRequest.get(id), params.path("response"));
            case "Network.loadingFinished" ->
                end(byRequest.get(id), params.path("encodedDataLength").asLong());
            case "Network.loadingFailed" -> end(byRequest.get(id), 0);
            case "Page.frameNavigated" -> show(params.path("frame"));
            case "Page.loadEventFired" -> loaded = !document.isEmpty();
            default -> {
                // The log tells more than is asked of it.
            }
        }
    }

    /** A document's loader and the request for it have one id. */
    private void show(JsonNode frame) {
        if (frame.path("parentId").isMissingNode()) {
            document = frame.path("loaderId").asText();
            loaded = false;
        }
    }

    private void begin(String id, JsonNode params) {
        JsonNode redirect = params.path("redirectResponse");
        Transfer earlier = byRequest.remove(id);
        if (earlier != null && redirect.isObject()) {
            answered(earlier, redirect);
            end(earlier, redirect.path("encodedDataLength").asLong());
            redirects.add(earlier);
        }
        byRequest.put(
                id,
                new Transfer(
                        params.at("/request/url").asText(),
                        params.path("type").asText(),
                        params.path("loaderId").asText()));
    }

    private static void answered(Transfer transfer, JsonNode response) {
        if (transfer != null) {
            transfer.status = response.path("status").asInt();
            JsonNode timing = response.path("timing");
            double milliseconds = timing.path("receiveHeadersEnd").asDouble()
                    - timing.path("sendEnd").asDouble();
            transfer.server = Duration.ofNanos(Math.round(milliseconds * 1e6));
        }
    }

    private static void end(Transfer transfer, long bytes) {
        if (transfer != null) {
            transfer.bytes = bytes;
            transfer.ended = true;
        }
    }

    private static JsonNode message(LogEntry entry) {
        try {
            return JSON.readTree(entry.getMessage()).path("message");
        } catch (IOException e) {
            throw new UncheckedIOException("the browser's log is no JSON", e);
        }
    }

    /** One request and what came of it. */
    static final class Transfer {

        private final String address;
        private final String type;
        private final String loader;
        private int status;
        private long bytes;
        private Duration server = Duration.ZERO;
        private boolean ended;

        private Transfer(String address, String type, String loader) {
            this.address = address;
            this.type = type;
            this.loader = loader;
        }

        String address() {
            return address;
        }

        int status() {
            return status;
        }

        long bytes() {
            return bytes;
        }

        /** From the end of the request to the first byte of the answer. */
        Duration server() {
            return server;
        }

        @Override
        public String toString() {
            return type + " " + address + " " + status;
        }
    }
}
