package com.allleads.api.portal;

import com.allleads.api.rest.Caller;
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
 * @param optedOut whether the browser sent the Global Privacy Control signal
 */
public record PageRequest(
        boolean submitted,
        Map<String, List<String>> parameters,
        Caller caller,
        Locale language,
        String client,
        boolean secure,
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

    /** Names who asks alone, so that no value reaches a log. */
    @Override
    public String toString() {
        return "PageRequest[" + caller + "]";
    }
}
