package com.allleads.itests.architecture;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the clauses of a manifest header, as in {@code a;version="[1,2)",b;version=1;x:=y}. */
final class Clauses {

    private static final Pattern PART = Pattern.compile("([^;,=:\"]+)(?::?=(\"[^\"]*\"|[^;,]*))?([;,]|$)");

    private Clauses() {}

    /** From each clause's name to its attributes and directives. */
    static Map<String, Map<String, String>> parse(String header) {
        Map<String, Map<String, String>> clauses = new LinkedHashMap<>();
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher part = PART.matcher(header);
        String name = null;
        while (part.find()) {
            if (part.group(2) == null) {
                name = part.group(1).strip();
                clauses.put(name, attributes);
            } else {
                attributes.put(part.group(1).strip(), part.group(2).replace("\"", ""));
            }
            if (part.group(3).equals(",")) {
                attributes = new LinkedHashMap<>();
            }
        }
        return clauses;
    }
}
