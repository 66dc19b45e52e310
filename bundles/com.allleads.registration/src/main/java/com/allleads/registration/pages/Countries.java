package com.allleads.registration.pages;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The countries to choose from. */
public final class Countries {

    /**
     * A country in a list.
     *
     * @param value its two letters
     * @param label its name
     */
    public record Country(String value, String label) {}

    private static final Map<String, List<Country>> BY_LANGUAGE = new ConcurrentHashMap<>();

    private Countries() {}

    /** All of them, by their names in a language and in its order. */
    static List<Country> in(Locale language) {
        return BY_LANGUAGE.computeIfAbsent(language.getLanguage(), Countries::list);
    }

    private static List<Country> list(String language) {
        Locale reader = new Locale(language);
        Comparator<Country> order = Comparator.comparing(Country::label, Collator.getInstance(reader));
        return Stream.of(Locale.getISOCountries())
                .map(code -> new Country(code, new Locale("", code).getDisplayCountry(reader)))
                .sorted(order)
                .toList();
    }
}
