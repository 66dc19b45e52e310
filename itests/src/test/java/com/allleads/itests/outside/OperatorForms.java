package com.allleads.itests.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The forms of operators' pages, as the templates have them: each by its template and its place in it. */
final class OperatorForms {

    private static final Pattern FORM = Pattern.compile("<@ui\\.form\\b[^>]*?to=(?:\"/operator|[^\"])");
    private static final String TEMPLATES = "src/main/resources";

    private OperatorForms() {}

    /** As in {@code billing/holds.ftl#1}. */
    static Set<String> all(Path root) {
        Set<String> forms = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root.resolve("bundles"))) {
            files.filter(file ->
                            file.toString().endsWith(".ftl") && file.toString().contains(TEMPLATES))
                    .forEach(file -> add(forms, root, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return forms;
    }

    private static void add(Set<String> forms, Path root, Path file) {
        String bundle = root.resolve("bundles").relativize(file).getName(0).toString();
        long found;
        try {
            found = FORM.matcher(Files.readString(file)).results().count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int place = 1; place <= found; place++) {
            forms.add(bundle.substring(bundle.lastIndexOf('.') + 1) + "/" + file.getFileName() + "#" + place);
        }
    }
}
