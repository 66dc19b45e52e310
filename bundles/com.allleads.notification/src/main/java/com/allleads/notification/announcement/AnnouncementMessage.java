package com.allleads.notification.announcement;

import com.allleads.api.notification.AccountMessage;
import com.allleads.api.notification.MessageClass;
import com.allleads.api.notification.MessageTemplate;
import com.allleads.api.vault.Field;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Carries an announcement, and says why one gets it and what one can do about it. It uses no field but the address. */
@Component(service = MessageTemplate.class)
public final class AnnouncementMessage implements MessageTemplate {

    /** The template's id. */
    public static final String ID = "announcement";

    private final String english = read("announcement.ftl");
    private final String spanish = read("announcement_es.ftl");

    /** The message's values, in a language. */
    static Map<String, String> values(Announcement announcement, String language) {
        Words words = announcement.in(language);
        return Map.of(AccountMessage.LANGUAGE, language, "subject", words.subject(), "text", words.text());
    }

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
        return "${subject}";
    }

    @Override
    public String text() {
        return "<#if (" + AccountMessage.LANGUAGE + "!\"\")?starts_with(\"es\")>" + spanish + "<#else>" + english
                + "</#if>";
    }

    @Override
    public Set<Field> fields() {
        return Set.of();
    }

    private static String read(String file) {
        try (InputStream in = AnnouncementMessage.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the message " + file + " cannot be read from the bundle", e);
        }
    }
}
