package com.allleads.policy.diff;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;

/** The sentences about changes in one language, for pages, mail, REST and the console alike. */
final class Sentences {

    private static final Sentences ENGLISH = new Sentences("changes.properties", Locale.ENGLISH);
    private static final Sentences SPANISH = new Sentences("changes_es.properties", Locale.forLanguageTag("es"));

    private final Properties texts = new Properties();
    private final Locale locale;

    private Sentences(String file, Locale locale) {
        this.locale = locale;
        try (Reader reader = new InputStreamReader(Sentences.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the sentences about changes cannot be read from the bundle", e);
        }
    }

    /** Those of a language; English for any that has none. */
    static Sentences in(String language) {
        return language.equals("es") ? SPANISH : ENGLISH;
    }

    String say(String kind, List<Object> arguments) {
        Object[] words = arguments.stream().map(this::words).toArray();
        return new MessageFormat(texts.getProperty(kind, kind), locale).format(words);
    }

    /** A list is one of names out of code, a text is somebody's words. */
    private Object words(Object argument) {
        if (argument instanceof List<?> names) {
            return names.isEmpty()
                    ? texts.getProperty("nothing")
                    : names.stream().map(name -> name((String) name)).collect(Collectors.joining(", "));
        }
        return texts.getProperty((String) argument, (String) argument);
    }

    private String name(String name) {
        String known = texts.getProperty("name." + name);
        return known == null
                ? name.replaceAll("[.-]", " ")
                        .replaceAll("([a-z])([A-Z])", "$1 $2")
                        .toLowerCase(locale)
                : known;
    }

    /** The keys, for the test that compares the languages. */
    static List<String> keys(String language) {
        return in(language).texts.stringPropertyNames().stream().sorted().toList();
    }
}
