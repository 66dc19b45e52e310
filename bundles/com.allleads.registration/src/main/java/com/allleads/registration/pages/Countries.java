package com.allleads.registration.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The countries to choose from. */
public final class Countries {

    /**
     * A country in a list.
     *
     * @param value its two letters; empty for none
     * @param label its name
     */
    public record Country(String value, String label) {}

    private static final List<Country> ALL = Stream.concat(
                    Stream.of(new Country("", "Choose a country")),
                    Stream.of(Locale.getISOCountries())
                            .map(code -> new Country(code, new Locale("", code).getDisplayCountry(Locale.ENGLISH)))
                            .sorted(Comparator.comparing(Country::label)))
            .toList();

    private Countries() {}

    static List<Country> all() {
        return ALL;
    }
}
