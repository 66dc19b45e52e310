package com.allleads.policy.acceptance;

import com.allleads.api.notification.AccountMessage;
import com.allleads.api.notification.MessageClass;
import com.allleads.api.notification.MessageTemplate;
import com.allleads.api.vault.Field;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Tells everybody of a new version of the policy: strictly service-related, so it goes out whatever was chosen. */
@Component(service = MessageTemplate.class)
public final class PolicyChangedMessage implements MessageTemplate {

    /** The template's id. */
    public static final String ID = "policy-changed";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public MessageClass messageClass() {
        return MessageClass.SERVICE;
    }

    @Override
    public String subject() {
        return inLanguage(0);
    }

    @Override
    public String text() {
        return inLanguage(1);
    }

    @Override
    public Set<Field> fields() {
        return Set.of();
    }

    private static String inLanguage(int part) {
        return "<#if (" + AccountMessage.LANGUAGE + "!\"\") == \"es\">" + read("policy-changed_es.ftl")[part]
                + "<#else>" + read("policy-changed.ftl")[part] + "</#if>";
    }

    /** The subject in the first line, then an empty one, then the text. */
    private static String[] read(String file) {
        try (InputStream in = PolicyChangedMessage.class.getResourceAsStream(file)) {
            String[] parts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n\n", 2);
            return new String[] {parts[0].strip(), parts[1]};
        } catch (IOException e) {
            throw new UncheckedIOException("the message " + file + " cannot be read from the bundle", e);
        }
    }
}
