package com.allleads.billing.pages.operator;

import com.allleads.api.portal.Text;
import com.allleads.billing.topups.TopUp;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;

/**
 * A payment as operators see it.
 *
 * @param id the top-up
 * @param person the identifier of whose it is
 * @param processor who was asked
 * @param key names the charge to the processor
 * @param amount how much
 * @param status what is known of it
 * @param open whether nothing final is known
 * @param reachable whether its processor can be asked
 * @param madeAt when it was made
 * @param age how long ago that was
 * @param changedAt when the status changed last
 * @param checks how often the processor was asked since
 * @param checkAt when it is asked next
 * @param reason what the person is told
 * @param note what happened
 */
public record ShownPayment(
        String id,
        String person,
        String processor,
        String key,
        Money amount,
        String status,
        boolean open,
        boolean reachable,
        Instant madeAt,
        Text age,
        Instant changedAt,
        int checks,
        Optional<Instant> checkAt,
        Optional<String> reason,
        Optional<String> note) {

    static ShownPayment of(TopUp topUp, boolean reachable, Instant now) {
        return new ShownPayment(
                topUp.id(),
                topUp.person().toString(),
                topUp.processor(),
                topUp.chargeKey(),
                topUp.amount(),
                topUp.status().name(),
                !topUp.status().isFinal(),
                reachable,
                topUp.madeAt(),
                Age.of(topUp.madeAt(), now),
                topUp.changedAt(),
                topUp.checks(),
                topUp.checkAt(),
                topUp.reason(),
                topUp.note());
    }
}
