package com.allleads.api.notification;

import com.allleads.api.person.PersonId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Messages on their way to people. A message is stored in the caller's transaction and sent after it committed, retried and
 * deduplicated, at least once. Address and text do not exist before it is sent; the values are stored encrypted with the
 * person's key and forgotten once it was sent. Safe for use by many threads.
 */
@ProviderType
public interface Outbox {

    /**
     * Stores a message to be sent.
     *
     * @param key a message with a key seen before is not stored again; at most 100 characters, nothing personal
     * @param person to whom
     * @param template the template's id
     * @param values what the template needs besides the person's fields; at most 4,000 bytes as JSON
     */
    void send(String key, PersonId person, String template, Map<String, String> values);

    /** Those among the keys with which a message was stored, whatever became of it. */
    Set<String> known(Collection<String> keys);
}
