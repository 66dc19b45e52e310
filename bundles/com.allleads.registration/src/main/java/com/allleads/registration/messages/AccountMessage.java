package com.allleads.registration.messages;

import com.allleads.api.notification.MessageClass;
import com.allleads.api.notification.MessageTemplate;
import com.allleads.api.vault.Field;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A message about the person's account, whose text lies in a file beside its class. */
abstract class AccountMessage implements MessageTemplate {

    private final String id;
    private final String subject;
    private final String text;

    AccountMessage(String id, String subject) {
        this.id = id;
        this.subject = subject;
        this.text = text(id);
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
        return subject;
    }

    @Override
    public final String text() {
        return text;
    }

    /** None: the address may be a stranger's until it is confirmed, and the site carries nobody's words to strangers. */
    @Override
    public final Set<Field> fields() {
        return Set.of();
    }

    private static String text(String id) {
        try (InputStream in = AccountMessage.class.getResourceAsStream(id + ".ftl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the text of message " + id + " cannot be read from the bundle", e);
        }
    }
}
