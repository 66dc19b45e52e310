package com.allleads.notification.dispatch;

import com.allleads.api.notification.MessageClass;
import com.allleads.api.notification.MessageTemplate;
import com.allleads.api.vault.Field;
import java.util.Set;

/** A template of a test. */
record Letter(String id, MessageClass messageClass, String subject, String text, Field address, Set<Field> fields)
        implements MessageTemplate {

    static Letter welcome() {
        return of("welcome", MessageClass.ACCOUNT, "Welcome, ${name}", "Your PIN is ${pin}. ${site.name} ${site.url}");
    }

    static Letter news() {
        return of("news", MessageClass.NEWS, "News", "Dear ${name}, there are news.");
    }

    static Letter of(String id, MessageClass messageClass, String subject, String text) {
        return new Letter(id, messageClass, subject, text, Field.EMAIL, Set.of(Field.NAME));
    }
}
