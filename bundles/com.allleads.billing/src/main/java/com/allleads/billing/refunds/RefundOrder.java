package com.allleads.billing.refunds;

import com.allleads.api.person.PersonId;
import com.allleads.api.rest.IdempotencyKey;
import org.joda.money.Money;

/**
 * What somebody wants to be given back.
 *
 * @param person whose money
 * @param amount how much
 * @param reason why, at most 200 characters, nothing personal
 * @param requester by whom, as in {@code operator NAME}
 * @param key by which the request is repeated
 */
public record RefundOrder(PersonId person, Money amount, String reason, String requester, IdempotencyKey key) {}
