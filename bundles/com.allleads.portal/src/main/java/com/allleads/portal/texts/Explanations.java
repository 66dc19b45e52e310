package com.allleads.portal.texts;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What problems say, in other languages. Capabilities say it in English, for REST and pages alike; the file {@code
 * problems_es.properties} beside a class has it in Spanish. A key is the English sentence with every number replaced by its
 * position and everything but letters and digits by hyphens: {@code must-be-at-most-0-characters} for {@code must be at most
 * 60 characters}.
 */
public final class Explanations {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("(?<=[.!?;]) +");

    private final List<Class<?>> owners;
    private final Map<Locale, Properties> byLanguage = new ConcurrentHashMap<>();

    /** What lies beside these classes; the first goes before the others. */
    public Explanations(Class<?>... owners) {
        this.owners = List.of(owners);
    }

    /** The English text in another language, sentence by sentence; a sentence that is in no file stays as it is. */
    public String in(Locale language, String english) {
        if (language.equals(Languages.FIRST)) {
            return english;
        }
        Properties known = byLanguage.computeIfAbsent(language, this::read);
        return whole(known, language, english).orElseGet(() -> END_OF_SENTENCE
                .splitAsStream(english)
                .map(sentence -> whole(known, language, sentence).orElse(sentence))
                .collect(Collectors.joining(" ")));
    }

    /** The key of an English sentence. */
    public static String key(String english) {
        int[] position = {0};
        String numbered = NUMBER.matcher(english).replaceAll(number -> "-" + position[0]++ + "-");
        return numbered.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }

    private static Optional<String> whole(Properties known, Locale language, String english) {
        return Optional.ofNullable(known.getProperty(key(english))).map(translated -> {
            List<String> numbers = NUMBER.matcher(english)
                    .results()
                    .map(MatchResult::group)
                    .collect(Collectors.toCollection(ArrayList::new));
            return numbers.isEmpty()
                    ? translated
                    : new MessageFormat(translated.replace("'", "''"), language).format(numbers.toArray());
        });
    }

    private Properties read(Locale language) {
        Properties all = new Properties();
        for (int i = owners.size() - 1; i >= 0; i--) {
            all.putAll(TextFile.beside(owners.get(i), Languages.file("problems", language)));
        }
        return all;
    }
}
