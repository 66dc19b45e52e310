package com.allleads.api.portal;

import com.allleads.api.registration.Device;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request for a page.
 *
 * @param submitted whether a form of this page was submitted; its forgery protection was checked
 * @param parameters query and form parameters by name, without those that the portal uses itself
 * @param caller who asks
 * @param language what the browser prefers
 * @param client the client's address as the platform saw it, for rate limits only; never stored
 * @param secure whether the request came over TLS, so that a cookie must be marked so
 * @param device roughly what the request came from
 * @param optedOut whether the browser sent the Global Privacy Control signal
 */
public record PageRequest(
        boolean submitted,
        Map<String, List<String>> parameters,
        Caller caller,
        Locale language,
        String client,
        boolean secure,
        Device device,
        boolean optedOut) {

    /** Copies the parameters. */
    public PageRequest {
        parameters = Map.copyOf(parameters);
    }

    /** The first value of a parameter, without surrounding space; empty where it is missing or blank. */
    public Optional<String> parameter(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** The first value of a parameter exactly as it came in, for passwords. */
    public Optional<String> exactly(String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst();
    }

    /**
     * Marks this submission of a form that makes money or orders, so that sent twice it does its work once.
     *
     * @param fields what the form asks for, beside {@link Form#KEY}
     * @throws ProblemException 400 where the form carries no key
     */
    public IdempotencyKey submission(String... fields) {
        String key = parameter(Form.KEY)
                .filter(given -> given.matches("[A-Za-z0-9-]{1,64}"))
                .orElseThrow(() -> Problem.of(
                                400,
                                "malformed-request",
                                "The form cannot be read.",
                                "Nothing was done. Open the page again and repeat what you wanted to do.")
                        .exception());
        StringBuilder content = new StringBuilder();
        for (String field : fields) {
            content.append(field)
                    .append('=')
                    .append(parameter(field).orElse(""))
                    .append('\n');
        }
        return new IdempotencyKey(key, sha256(content.toString()));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Names who asks alone, so that no value reaches a log. */
    @Override
    public String toString() {
        return "PageRequest[" + caller + "]";
    }
}
