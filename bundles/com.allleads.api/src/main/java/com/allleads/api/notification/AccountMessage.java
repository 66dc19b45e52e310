package com.allleads.api.notification;

import com.allleads.api.vault.Field;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A message about the person's account. What it says lies in files beside its class, one per language, {@code ID.ftl} in English and
 * {@code ID_es.ftl} in Spanish: the subject in the first line, then an empty one, then the text. Which is sent is said by the
 * message's value {@value #LANGUAGE}; English where there is none.
 */
@ConsumerType
public abstract class AccountMessage implements MessageTemplate {

    /** The name of the value that says the person's language. */
    public static final String LANGUAGE = "language";

    private static final String SPANISH = "<#if (" + LANGUAGE + "!\"\") == \"es\">";

    private final String id;
    private final Words english;
    private final Words spanish;

    /**
     * @param id the template's id, and the name of its files
     * @throws UncheckedIOException where the bundle lacks a file
     */
    protected AccountMessage(String id) {
        this.id = id;
        this.english = Words.read(getClass(), id + ".ftl");
        this.spanish = Words.read(getClass(), id + "_es.ftl");
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final MessageClass messageClass() {
        return MessageClass.ACCOUNT;
    }

    @Override
    public final String subject() {
        return inLanguage(english.subject(), spanish.subject());
    }

    @Override
    public final String text() {
        return inLanguage(english.text(), spanish.text());
    }

    /** None: the address may be a stranger's until it is confirmed, and the site carries nobody's words to strangers. */
    @Override
    public Set<Field> fields() {
        return Set.of();
    }

    private static String inLanguage(String english, String spanish) {
        return SPANISH + spanish + "<#else>" + english + "</#if>";
    }

    /** What a message says in one language. */
    private record Words(String subject, String text) {

        static Words read(Class<?> message, String file) {
            try (InputStream in = message.getResourceAsStream(file)) {
                String[] parts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n\n", 2);
                return new Words(parts[0].strip(), parts[1]);
            } catch (IOException e) {
                throw new UncheckedIOException("the message " + file + " cannot be read from the bundle", e);
            }
        }
    }
}
