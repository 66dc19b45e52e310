package com.allleads.notification.dispatch;

import com.allleads.api.person.PersonId;
import java.time.Instant;

/**
 * A message that this node alone may send until the lease ends.
 *
 * @param id its number
 * @param claim names this claim among all
 * @param reference the message's own random key
 * @param person to whom
 * @param template the kind of message
 * @param sealed its values, sealed
 * @param attempts how often it was tried, this time included
 * @param createdAt when it was stored
 * @param leaseEnd until when it may be sent
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are carried, never compared
record Claimed(
        long id,
        String claim,
        String reference,
        PersonId person,
        String template,
        byte[] sealed,
        int attempts,
        Instant createdAt,
        Instant leaseEnd) {}
