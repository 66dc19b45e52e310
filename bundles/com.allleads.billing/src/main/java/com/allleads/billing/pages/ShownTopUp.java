package com.allleads.billing.pages;

import com.allleads.billing.cards.Card;
import com.allleads.billing.topups.TopUp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * A top-up as its owner sees it.
 *
 * @param id names it
 * @param amount how much
 * @param status what is known now
 * @param reason why it was declined or not attempted
 * @param card the card; empty where it was removed
 * @param processor the card's processor
 * @param madeAt when it was ordered
 * @param changedAt when the status changed last
 * @param chargedBack what of the amount the card's bank took back, where it did
 */
public record ShownTopUp(
        String id,
        Money amount,
        String status,
        Optional<String> reason,
        Optional<String> card,
        String processor,
        Instant madeAt,
        Instant changedAt,
        Optional<Money> chargedBack) {

    static ShownTopUp of(TopUp topUp, List<Card> cards) {
        return new ShownTopUp(
                topUp.id(),
                topUp.amount(),
                topUp.status().name(),
                topUp.reason(),
                cards.stream()
                        .filter(card -> card.id().equals(topUp.card()))
                        .map(ShownTopUp::label)
                        .findFirst(),
                topUp.processor(),
                topUp.madeAt(),
                topUp.changedAt(),
                Optional.of(topUp.chargedBack()).filter(Money::isPositive));
    }

    static List<ShownTopUp> all(List<TopUp> topUps, List<Card> cards) {
        return topUps.stream().map(topUp -> of(topUp, cards)).toList();
    }

    /** What people call a card. */
    static String label(Card card) {
        return card.brand() + " ···· " + card.last4();
    }
}
