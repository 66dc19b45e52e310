package com.allleads.portal.texts;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import javax.servlet.http.HttpServletRequest;

/** The languages that the pages speak, the first of them to whoever asks for none of them. */
public final class Languages {

    /** What texts are written in first. */
    public static final Locale FIRST = Locale.ENGLISH;

    private static final List<Locale> ALL = List.of(FIRST, Locale.forLanguageTag("es"));

    private Languages() {}

    /** The language that the browser likes best among those spoken here. */
    public static Locale of(HttpServletRequest request) {
        List<LanguageRange> liked = Collections.list(request.getLocales()).stream()
                .map(locale -> new LanguageRange(locale.toLanguageTag()))
                .toList();
        Locale found = request.getHeader("Accept-Language") == null ? null : Locale.lookup(liked, ALL);
        return found == null ? FIRST : found;
    }

    /** The file of texts in a language. */
    static String file(String name, Locale language) {
        return name + (language.equals(FIRST) ? "" : "_" + language.getLanguage()) + ".properties";
    }
}
