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
 * @param namedCard the card that was asked for, where another one was charged in its place; empty too where it was removed
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
        Optional<Money> chargedBack,
        Optional<String> namedCard) {

    static ShownTopUp of(TopUp topUp, List<Card> cards) {
        return new ShownTopUp(
                topUp.id(),
                topUp.amount(),
                topUp.status().name(),
                topUp.reason(),
                label(topUp.card(), cards),
                topUp.processor(),
                topUp.madeAt(),
                topUp.changedAt(),
                Optional.of(topUp.chargedBack()).filter(Money::isPositive),
                topUp.namedCard().flatMap(named -> label(named, cards)));
    }

    static List<ShownTopUp> all(List<TopUp> topUps, List<Card> cards) {
        return topUps.stream().map(topUp -> of(topUp, cards)).toList();
    }

    private static Optional<String> label(String id, List<Card> cards) {
        return cards.stream()
                .filter(card -> card.id().equals(id))
                .map(ShownTopUp::label)
                .findFirst();
    }

    /** What people call a card. */
    static String label(Card card) {
        return card.brand() + " ···· " + card.last4();
    }
}
