package com.allleads.glassbox.host;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bundle's location in the repository of the distribution.
 *
 * @param path below {@code system/}
 * @param wrapped whether the bundle is made of a library on its way in, so that its manifest is no part of what was delivered
 */
record MavenLocation(String path, boolean wrapped) {

    private static final String WRAP = "wrap:";
    private static final Pattern MAVEN =
            Pattern.compile("mvn:([^/!$]+)/([^/!$]+)/([^/!$]+)(?:/([^/!$]+))?(?:/([^/!$]+))?");

    /** Empty for a location that is none of a Maven repository. */
    static Optional<MavenLocation> of(String location) {
        boolean wrapped = location.startsWith(WRAP);
        String inner = wrapped ? location.substring(WRAP.length()).replaceFirst("\\$.*", "") : location;
        Matcher parts = MAVEN.matcher(inner);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String artifact = parts.group(2);
        String version = parts.group(3);
        String type = Optional.ofNullable(parts.group(4)).orElse("jar");
        String classifier = Optional.ofNullable(parts.group(5)).map("-"::concat).orElse("");
        return Optional.of(new MavenLocation(
                String.join(
                        "/",
                        parts.group(1).replace('.', '/'),
                        artifact,
                        version,
                        artifact + "-" + version + classifier + "." + type),
                wrapped));
    }
}
