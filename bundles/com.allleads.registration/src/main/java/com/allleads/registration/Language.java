package com.allleads.registration;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/** The languages in which messages about accounts are written. */
public enum Language {
    /** English, also for whoever reads none of them. */
    ENGLISH("en"),
    /** Spanish. */
    SPANISH("es");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The one that comes first among those that somebody reads. */
    public static Language of(List<Locale> read) {
        List<LanguageRange> ranges = read.stream()
                .map(Locale::toLanguageTag)
                .filter(found -> !found.equals("und") && !found.startsWith("*"))
                .map(LanguageRange::new)
                .toList();
        List<Locale> known = List.of(Locale.ENGLISH, Locale.forLanguageTag(SPANISH.tag));
        Locale found = Locale.lookup(ranges, known);
        return found != null && found.getLanguage().equals(SPANISH.tag) ? SPANISH : ENGLISH;
    }

    /** As in BCP 47. */
    public String tag() {
        return tag;
    }
}
