package com.allleads.notification;

import com.allleads.api.notification.MessageClass;
import java.time.Instant;
import java.util.Optional;

/**
 * A message as an operator and the person may see it: without address and text.
 *
 * @param id its number
 * @param template the kind of message
 * @param messageClass why it is sent; empty until it was tried
 * @param state where it stands
 * @param attempts how often it was tried
 * @param createdAt when it was stored
 * @param nextAttempt when it may be tried next; empty where nothing more is to be done
 * @param endedAt when it was sent, given up or cancelled
 * @param channel what carried it
 * @param reason why it waits or ended otherwise than sent
 */
public record StoredMessage(
        long id,
        String template,
        Optional<MessageClass> messageClass,
        MessageState state,
        int attempts,
        Instant createdAt,
        Optional<Instant> nextAttempt,
        Optional<Instant> endedAt,
        Optional<String> channel,
        Optional<String> reason) {}
