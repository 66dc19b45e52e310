package com.allleads.notification;

import com.allleads.api.notification.MessageClass;
import com.allleads.api.person.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * A message that was sent because the person had chosen it, with what it stood on.
 *
 * @param id its number
 * @param person to whom
 * @param messageClass which choice it needed
 * @param sentAt when the channel took it
 * @param receipt the receipt of the decision that allowed it
 * @param groundedAt when that decision was asked for
 */
public record ChosenMessage(
        long id,
        PersonId person,
        MessageClass messageClass,
        Instant sentAt,
        Optional<String> receipt,
        Optional<Instant> groundedAt) {}
