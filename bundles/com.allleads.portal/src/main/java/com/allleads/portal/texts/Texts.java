package com.allleads.portal.texts;

import com.allleads.portal.rendering.ShownMoney;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import org.joda.money.Money;

/**
 * The texts beside a class: {@code texts.properties} in English, {@code texts_es.properties} in Spanish. What a language
 * lacks is said in English. Texts with arguments are patterns of {@link MessageFormat}.
 */
public final class Texts {

    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    private final Class<?> owner;
    private final Map<Locale, Properties> byLanguage = new ConcurrentHashMap<>();

    /** The texts that lie beside a class. */
    public Texts(Class<?> owner) {
        this.owner = owner;
    }

    /** A text; empty where no file has its key. */
    public Optional<String> find(Locale language, String key, List<?> arguments) {
        return Optional.ofNullable(texts(language).getProperty(key))
                .map(text -> arguments.isEmpty() ? text : filled(text, language, arguments));
    }

    /** A text, or the key where no file has it. */
    public String of(Locale language, String key, List<?> arguments) {
        return find(language, key, arguments).orElse(key);
    }

    private Properties texts(Locale language) {
        return byLanguage.computeIfAbsent(language, this::read);
    }

    private Properties read(Locale language) {
        Properties all = TextFile.beside(owner, Languages.file("texts", Languages.FIRST));
        if (!language.equals(Languages.FIRST)) {
            all.putAll(TextFile.beside(owner, Languages.file("texts", language)));
        }
        return all;
    }

    private static String filled(String pattern, Locale language, List<?> arguments) {
        MessageFormat format = new MessageFormat(pattern, language);
        for (Object part : format.getFormats()) {
            if (part instanceof java.text.DateFormat dates) {
                dates.setTimeZone(UTC);
            }
        }
        return format.format(
                arguments.stream().map(value -> shown(value, language)).toArray());
    }

    private static Object shown(Object value, Locale language) {
        if (value instanceof Money money) {
            return ShownMoney.of(money, language).inWords();
        }
        if (value instanceof ShownMoney money) {
            return money.inWords();
        }
        return value instanceof Instant instant ? Date.from(instant) : value;
    }
}
