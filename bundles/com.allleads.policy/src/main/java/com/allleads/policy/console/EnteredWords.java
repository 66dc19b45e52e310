package com.allleads.policy.console;

import com.allleads.api.console.AtConsole;
import com.allleads.policy.versions.PolicyContent.Section;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The words of a policy in a file, as allleads:policy-words --json prints them. */
final class EnteredWords {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private EnteredWords() {}

    /** Those in the file, where one is named; else those that there are. */
    static List<Section> of(String file, Supplier<List<Section>> there) {
        if (file == null) {
            return there.get();
        }
        try {
            return List.copyOf(JSON.readValue(Files.readString(Path.of(file)), new TypeReference<List<Section>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    file + " must hold JSON as allleads:policy-words --json prints it: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read");
        }
    }

    static String print(List<Section> sections) {
        try {
            return JSON.writeValueAsString(sections);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("words have only what JSON has", e);
        }
    }

    /** Does what was entered, and says what is wrong with it by the names that the words have in their file. */
    static <T> T accepted(Supplier<T> work) {
        return AtConsole.accepted(work, UnaryOperator.identity());
    }
}
