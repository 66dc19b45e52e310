package com.allleads.payment.tck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;

/** The company behind the processors of these tests: all that outlives a restart. Its own books are always right. */
final class Company {

    private final List<Movement> movements = new ArrayList<>();
    private final Set<String> settled = new HashSet<>();
    private final Set<String> declined = new HashSet<>();
    private final Set<String> fenced = new HashSet<>();
    private final Set<String> pending = new HashSet<>();
    private final Map<String, Money> chargedBack = new HashMap<>();
    private final Map<String, Money> refunds = new HashMap<>();
    private final Set<String> setUp = new HashSet<>();

    synchronized List<Movement> movements() {
        return List.copyOf(movements);
    }

    /** Takes money, as often as it is told to. */
    synchronized void take(String key, Money amount) {
        movements.add(Movement.taken(key, amount));
        settled.add(key);
    }

    /** Takes money once for a key that is not ruled out; whether it has it then. */
    synchronized boolean takeOnce(String key, Money amount) {
        if (!settled.contains(key) && !isRuledOut(key)) {
            take(key, amount);
        }
        return settled.contains(key);
    }

    synchronized void decline(String key) {
        if (!settled.contains(key)) {
            declined.add(key);
        }
    }

    synchronized void accept(String key) {
        pending.add(key);
    }

    /** Sees to it that a key that nobody knows never takes money; whether it is so. */
    synchronized boolean fence(String key) {
        if (!settled.contains(key) && !declined.contains(key) && !pending.contains(key)) {
            fenced.add(key);
        }
        return fenced.contains(key);
    }

    /** The card's bank takes money back. */
    synchronized void chargeBack(String key, Money total) {
        chargedBack.put(key, total);
    }

    /** What the card's bank took back of a charge. */
    synchronized Optional<Money> chargedBack(String key) {
        return Optional.ofNullable(chargedBack.get(key));
    }

    synchronized boolean hasSettled(String key) {
        return settled.contains(key);
    }

    synchronized boolean hasDeclined(String key) {
        return declined.contains(key);
    }

    synchronized boolean hasAccepted(String key) {
        return pending.contains(key);
    }

    synchronized boolean isRuledOut(String key) {
        return fenced.contains(key) || declined.contains(key);
    }

    /** A person adds a card on the company's page. */
    synchronized void setUp(String reference) {
        setUp.add(reference);
    }

    synchronized boolean isSetUp(String reference) {
        return setUp.contains(reference);
    }

    /** Gives money back once for a refund's key, never more than was taken; whether it did. */
    synchronized boolean giveBackOnce(String refundKey, String chargeKey, Money amount) {
        if (!refunds.containsKey(refundKey)) {
            if (!isLeft(chargeKey, amount)) {
                return false;
            }
            giveBack(refundKey, chargeKey, amount);
        }
        return true;
    }

    /** Gives money back, as often as it is told to. */
    synchronized void giveBack(String refundKey, String chargeKey, Money amount) {
        refunds.put(refundKey, amount);
        movements.add(Movement.givenBack(chargeKey, amount));
    }

    synchronized boolean hasGivenBack(String refundKey) {
        return refunds.containsKey(refundKey);
    }

    synchronized boolean isLeft(String chargeKey, Money amount) {
        Money zero = Money.zero(amount.getCurrencyUnit());
        Money left = zero;
        for (Movement each : movements) {
            if (each.chargeKey().equals(chargeKey)) {
                if (!each.amount().isSameCurrency(amount)) {
                    return false;
                }
                left = each.kind() == Movement.Kind.TAKEN ? left.plus(each.amount()) : left.minus(each.amount());
            }
        }
        return !amount.isGreaterThan(left);
    }
}
