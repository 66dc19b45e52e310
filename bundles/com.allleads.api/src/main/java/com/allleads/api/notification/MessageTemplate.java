package com.allleads.api.notification;

import com.allleads.api.vault.Field;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A kind of message, registered as a service by the capability that sends it. Its text is a FreeMarker template in the
 * capability's bundle; a message waits while its template is not registered.
 *
 * <p>The model of subject and text: the values given to the outbox, the person's {@link #fields()} by their names, and
 * {@code site.name} and {@code site.url}.
 */
@ConsumerType
public interface MessageTemplate {

    /** Stable, {@code [a-z][a-z0-9-]*}, as in {@code welcome}. */
    String id();

    /** What kind of message it is. */
    MessageClass messageClass();

    /** The subject, a FreeMarker template of one line. */
    String subject();

    /** The text, a FreeMarker template. */
    String text();

    /**
     * The field that holds the address. {@link Field#PHONE} is reached by telephone, any other by email.
     *
     * @return unless overridden, the person's email address
     */
    default Field address() {
        return Field.EMAIL;
    }

    /**
     * The person's fields that subject or text use. A message to an address that nobody has confirmed yet uses none, so
     * that the site carries no stranger's words.
     *
     * @return unless overridden, the name
     */
    default Set<Field> fields() {
        return Set.of(Field.NAME);
    }
}
