package com.allleads.policy.versions;

import com.allleads.policy.versions.PolicyContent.Section;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The words of the policy that come with the platform, for the first version. */
final class PackagedWords {

    private PackagedWords() {}

    static List<Section> sections() {
        try (InputStream in = PackagedWords.class.getResourceAsStream("sections.json")) {
            return List.copyOf(new ObjectMapper().readValue(in, new TypeReference<List<Section>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("the words of the policy cannot be read from the bundle", e);
        }
    }
}
