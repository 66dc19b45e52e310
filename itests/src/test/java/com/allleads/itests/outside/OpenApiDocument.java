package com.allleads.itests.outside;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The site's own description of its interface.
 *
 * @param json as it was answered
 * @param operations all of it
 */
record OpenApiDocument(JsonNode json, List<Operation> operations) {

    private static final String JSON_BODY = "/requestBody/content/application~1json";

    static OpenApiDocument of(Site site) {
        JsonNode json = site.api().get("/openapi.json").expect(200).json();
        List<Operation> operations = new ArrayList<>();
        json.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> operations.add(
                        new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return new OpenApiDocument(json, operations);
    }

    /** The one with this name. */
    Operation operation(String name) {
        return operations.stream()
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + name));
    }

    /**
     * What can be called.
     *
     * @param method of HTTP
     * @param path with its parameters in braces
     * @param json what is said of it
     */
    record Operation(String method, String path, JsonNode json) {

        String name() {
            return json.path("operationId").asText();
        }

        boolean takesJson() {
            return !json.at(JSON_BODY).isMissingNode();
        }

        Optional<JsonNode> example() {
            return Optional.of(json.at(JSON_BODY + "/example")).filter(example -> !example.isMissingNode());
        }

        boolean isIdempotent() {
            return json.path("parameters").findValuesAsText("name").contains("Idempotency-Key");
        }

        /** Whether it is for who has this, as the document names it. */
        boolean isFor(String scheme) {
            return json.path("security").findValue(scheme) != null;
        }

        /** The statuses of 2xx. */
        List<String> successes() {
            List<String> statuses = new ArrayList<>();
            json.path("responses").fieldNames().forEachRemaining(status -> {
                if (status.startsWith("2")) {
                    statuses.add(status);
                }
            });
            return statuses;
        }

        @Override
        public String toString() {
            return name();
        }
    }
}
