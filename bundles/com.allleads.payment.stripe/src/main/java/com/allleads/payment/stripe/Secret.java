package com.allleads.payment.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Something that nobody else may know. It is said by {@link #reveal()} alone. */
final class Secret {

    private static final String ENVIRONMENT = "env:";
    private static final String FILE = "file:";

    private final String value;

    Secret(String value) {
        this.value = value;
    }

    /**
     * Reads a secret from where the configuration says that it is.
     *
     * @param key the configuration's key, for messages
     * @param source {@code env:NAME} or {@code file:/path}
     * @param environment the variables
     * @throws IllegalArgumentException saying what to do; neither the secret nor what stands in its place is in the message
     */
    static Secret from(String key, String source, Map<String, String> environment) {
        if (source.startsWith(ENVIRONMENT)) {
            String name = source.substring(ENVIRONMENT.length());
            return Optional.ofNullable(environment.get(name))
                    .map(String::strip)
                    .filter(found -> !found.isEmpty())
                    .map(Secret::new)
                    .orElseThrow(() -> StripeSettings.wrong(
                            key,
                            "= env:%s: set this variable in the site's environment and start it again"
                                    .formatted(safe(name))));
        }
        if (source.startsWith(FILE)) {
            return inFile(key, source.substring(FILE.length()));
        }
        throw StripeSettings.wrong(
                key, "must say where the secret is, as in env:NAME or file:/path, and never be the secret itself");
    }

    private static Secret inFile(String key, String path) {
        try {
            String found = Files.readString(Path.of(path), UTF_8).strip();
            if (!found.isEmpty() && found.lines().count() == 1) {
                return new Secret(found);
            }
        } catch (IOException | InvalidPathException e) {
            // Told below, without what the file may have in it.
        }
        throw StripeSettings.wrong(key, "= file:...: put the secret alone into that file, readable for the site");
    }

    /** A name of a variable; somebody may have written the secret there. */
    private static String safe(String name) {
        return name.toUpperCase(Locale.ROOT).equals(name) && name.matches("[A-Z][A-Z0-9_]{0,63}") ? name : "...";
    }

    /** The secret, for the one who needs it. */
    String reveal() {
        return value;
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "Secret[]";
    }
}
