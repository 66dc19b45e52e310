package com.allleads.notification;

import com.allleads.api.person.PersonId;
import java.time.Instant;

/**
 * A message that a channel took.
 *
 * @param id its number
 * @param person to whom
 * @param at when
 */
public record DeliveredMessage(long id, PersonId person, Instant at) {}
