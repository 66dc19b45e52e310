package com.allleads.registration.messages;

import com.allleads.api.notification.MessageClass;
import com.allleads.api.notification.MessageTemplate;
import com.allleads.api.vault.Field;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A message about the person's account. What it says lies in files beside its class, one per language: the subject in the
 * first line, then an empty one, then the text. Which is sent is said by the message's value {@value #LANGUAGE}.
 */
public abstract class AccountMessage implements MessageTemplate {

    /** The name of the value that says the person's language. */
    public static final String LANGUAGE = "language";

    private static final String SPANISH = "<#if (" + LANGUAGE + "!\"\") == \"es\">";

    private final String id;
    private final Words english;
    private final Words spanish;

    AccountMessage(String id) {
        this.id = id;
        this.english = Words.read(id + ".ftl");
        this.spanish = Words.read(id + "_es.ftl");
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
    public final Set<Field> fields() {
        return Set.of();
    }

    private static String inLanguage(String english, String spanish) {
        return SPANISH + spanish + "<#else>" + english + "</#if>";
    }

    /** What a message says in one language. */
    private record Words(String subject, String text) {

        static Words read(String file) {
            try (InputStream in = AccountMessage.class.getResourceAsStream(file)) {
                String[] parts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n\n", 2);
                return new Words(parts[0].strip(), parts[1]);
            } catch (IOException e) {
                throw new UncheckedIOException("the message " + file + " cannot be read from the bundle", e);
            }
        }
    }
}
