package com.allleads.policy.promises;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The promises in the order of the policy, read from the bundle. */
final class PolicyText {

    private PolicyText() {}

    static List<Promise> promises() {
        try (InputStream in = PolicyText.class.getResourceAsStream("promises.json")) {
            return List.copyOf(new ObjectMapper().readValue(in, new TypeReference<List<Promise>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("the promises cannot be read from the bundle", e);
        }
    }
}
