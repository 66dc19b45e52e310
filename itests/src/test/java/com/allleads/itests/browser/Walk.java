package com.allleads.itests.browser;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A way past every page that can be reached by links, one of each kind, so that no list of pages is kept by hand. */
final class Walk {

    private final List<String> from;

    Walk(List<String> from) {
        this.from = from;
    }

    /**
     * Goes to page after page.
     *
     * @param visit comes to a path and answers where the page there leads
     */
    void go(Function<String, List<String>> visit) {
        List<String> ahead = new ArrayList<>(from);
        Set<String> kinds = new HashSet<>();
        while (!ahead.isEmpty()) {
            String path = ahead.remove(0);
            if (kinds.add(kind(path))) {
                ahead.addAll(visit.apply(path));
            }
        }
    }

    /** Pages that differ in the values of their query alone are of one kind. */
    static String kind(String path) {
        String[] parts = path.split("[?]", 2);
        return parts.length == 1
                ? parts[0]
                : parts[0] + "?"
                        + List.of(parts[1].split("&")).stream()
                                .map(pair -> pair.split("=")[0])
                                .filter(name -> !name.startsWith("_"))
                                .sorted()
                                .collect(Collectors.joining("&"));
    }
}
