package com.allleads.api.notification;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A kind of message, registered as a service by the capability that sends it. Its text is a FreeMarker template in the
 * capability's bundle; a message waits while its template is not registered.
 */
@ConsumerType
public interface MessageTemplate {

    /** Stable, {@code [a-z][a-z0-9-]*}, as in {@code welcome}. */
    String id();

    /** What kind of message it is. */
    MessageClass messageClass();

    /** The subject, a FreeMarker template of one line. */
    String subject();

    /** The text, a FreeMarker template; the values given to the outbox and {@code name} of the person are its model. */
    String text();
}
