package com.allleads.itests.browser;

import com.allleads.itests.outside.Site;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What pages say in English although they have it in Spanish, out of the files of texts of all bundles. */
final class Phrases {

    private static final int TELLING_LETTERS = 3;
    private static final int TELLING_PART = 14;

    private final List<Phrase> english = new ArrayList<>();
    private final Set<String> spanish = new HashSet<>();

    /** Reads the texts of every bundle. */
    static Phrases ofAllBundles() {
        Phrases phrases = new Phrases();
        try (Stream<Path> files = Files.walk(Site.root().resolve("bundles"))) {
            files.filter(file -> file.endsWith("texts.properties"))
                    .filter(file -> file.toString().contains("src/main/resources"))
                    .forEach(phrases::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return phrases;
    }

    private void read(Path file) {
        Properties first = load(file);
        Properties second = load(file.resolveSibling("texts_es.properties"));
        for (String key : first.stringPropertyNames()) {
            String text = first.getProperty(key);
            String translated = second.getProperty(key, "");
            spanish.add(translated);
            if (!translated.equals(text)) {
                Phrase.of(file.getParent().getFileName() + "/" + key, text).ifPresent(english::add);
            }
        }
    }

    int size() {
        return english.size();
    }

    /** The key of the English text that this is or contains. */
    Optional<String> englishIn(String shown) {
        return spanish.contains(shown)
                ? Optional.empty()
                : english.stream()
                        .filter(phrase -> phrase.isIn(shown))
                        .map(Phrase::key)
                        .findFirst();
    }

    private static Properties load(Path file) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** An English text; its arguments are anything. A long one is looked for within what is shown too. */
    private record Phrase(String key, Pattern whole, boolean telling) {

        static Optional<Phrase> of(String key, String text) {
            StringBuilder regex = new StringBuilder();
            StringBuilder words = new StringBuilder();
            int depth = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '{' && depth++ == 0) {
                    regex.append(".+");
                } else if (c == '}') {
                    depth--;
                } else if (depth == 0) {
                    regex.append(Pattern.quote(String.valueOf(c)));
                    words.append(c);
                }
            }
            long letters = words.chars().filter(Character::isLetter).count();
            boolean telling = letters >= TELLING_PART && words.indexOf(" ") > 0;
            return letters < TELLING_LETTERS
                    ? Optional.empty()
                    : Optional.of(
                            new Phrase(key, Pattern.compile(regex.toString().replace("\\Q'\\E\\Q'\\E", "'")), telling));
        }

        boolean isIn(String shown) {
            return telling ? whole.matcher(shown).find() : whole.matcher(shown).matches();
        }
    }
}
