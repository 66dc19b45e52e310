package com.allleads.billing.topups;

import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.api.store.Transactions;
import com.allleads.billing.BillingSettings;
import com.allleads.billing.Contention;
import com.allleads.billing.Settings;
import com.allleads.billing.Uniqueness;
import com.allleads.billing.cards.Card;
import com.allleads.billing.cards.Cards;
import com.allleads.billing.processors.Disclosures;
import com.allleads.billing.processors.Disclosures.Occasion;
import com.allleads.billing.processors.Flight;
import com.allleads.billing.processors.ProcessorCalls;
import com.allleads.billing.processors.Processors;
import com.allleads.billing.topups.Fallback.Seat;
import com.allleads.billing.topups.TopUpAnswer.KeyReused;
import com.allleads.billing.topups.TopUpAnswer.NoSuchCard;
import com.allleads.billing.topups.TopUpAnswer.Stored;
import com.allleads.billing.topups.TopUpAnswer.Unavailable;
import com.allleads.billing.topups.TopUpAnswer.WrongAmount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.JdbiException;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tops up balances. The intent is stored, with what is handed over, before the processor is asked; the client waits for it a
 * limited time and is told what is known then. A repeated request is told the same as the first one.
 */
@Component(service = TopUps.class)
public final class TopUps {

    /** What the keys of requests begin with that no client made and for whose answer nobody waits. */
    public static final String UNATTENDED = "automatic-";

    private static final long NEWEST = Long.MAX_VALUE;

    private final BillingSettings settings;
    private final Transactions transactions;
    private final Cards cards;
    private final Processors processors;
    private final Disclosures disclosures;
    private final TopUpTable table;
    private final Charging charging;
    private final DailyLimit dailyLimit;
    private final Fallback fallback;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public TopUps(
            @Reference BillingSettings settings,
            @Reference Transactions transactions,
            @Reference Cards cards,
            @Reference Processors processors,
            @Reference Disclosures disclosures,
            @Reference TopUpTable table,
            @Reference Charging charging,
            @Reference DailyLimit dailyLimit,
            @Reference Fallback fallback) {
        this.settings = settings;
        this.transactions = transactions;
        this.cards = cards;
        this.processors = processors;
        this.disclosures = disclosures;
        this.table = table;
        this.charging = charging;
        this.dailyLimit = dailyLimit;
        this.fallback = fallback;
    }

    /**
     * Charges a card and credits the balance.
     *
     * @param person whose balance
     * @param card one of the person's cards
     * @param amount how much
     * @param key by which the client repeats the request
     */
    public TopUpAnswer topUp(PersonId person, String card, Money amount, IdempotencyKey key) {
        return topUp(person, card, amount, key, settings.current().processorWait());
    }

    /** The same without waiting for the processor: what becomes of it is told by message where it fails, and by receipt. */
    public TopUpAnswer begin(PersonId person, String card, Money amount, IdempotencyKey key) {
        return topUp(person, card, amount, key, Duration.ZERO);
    }

    private TopUpAnswer topUp(PersonId person, String card, Money amount, IdempotencyKey key, Duration wait) {
        Optional<TopUp> earlier = table.byRequest(person, key.key());
        if (earlier.isPresent()) {
            return repeated(earlier.get(), key);
        }
        Optional<String> objection = objection(amount);
        if (objection.isPresent()) {
            return new WrongAmount(objection.get());
        }
        return cards.find(person, card)
                .map(found -> charge(person, found, amount, key, wait))
                .orElseGet(NoSuchCard::new);
    }

    /** A top-up of this person as it stands now; empty for anybody else's. */
    public Optional<TopUp> find(PersonId person, String id) {
        return table.of(person, id);
    }

    /**
     * A person's top-ups, newest first.
     *
     * @param before those stored before the one with this number; empty for the newest
     */
    public Slice<TopUp> of(PersonId person, int limit, Optional<Long> before) {
        return table.of(person, limit, before.orElse(NEWEST));
    }

    /** A top-up as it stands now, for operators. */
    public Optional<TopUp> find(String id) {
        return table.find(id);
    }

    /** The charges of a top-up that were given up for another card, as nothing was attempted, in their order. */
    public List<GivenUpCharge> givenUp(String id) {
        return table.givenUp(id);
    }

    /**
     * Lets the processor be asked at once what became of a top-up; where none of its name is installed, once one is.
     *
     * @return false where all is known, so that there is nothing to ask
     */
    public boolean askSoon(String id) {
        return table.hurryOne(id, clock.instant());
    }

    /** How many are not known yet, and since when. */
    public List<OpenTopUps> open() {
        return table.open();
    }

    /** How many were made on each day of UTC since one, by what is known of them now; what there is none of is left out. */
    public Map<LocalDate, Map<TopUpStatus, Long>> perDay(LocalDate since) {
        return table.perDay(since);
    }

    /** Everybody's top-ups for operators, newest first, of one status or of any. */
    public Slice<TopUp> all(Optional<TopUpStatus> status, int limit, Optional<Long> before) {
        return table.all(status, limit, before.orElse(NEWEST));
    }

    /** Why an amount cannot be topped up, to go on after the field's name; empty where it can. */
    public Optional<String> objection(Money amount) {
        Settings current = settings.current();
        if (!amount.getCurrencyUnit().equals(current.currency())) {
            return Optional.of("must be in " + current.currency());
        }
        if (amount.isLessThan(current.topUpLeast())) {
            return Optional.of("must be at least " + current.topUpLeast().getAmount());
        }
        if (amount.isGreaterThan(current.topUpMost())) {
            return Optional.of("must be at most " + current.topUpMost().getAmount());
        }
        return Optional.empty();
    }

    private TopUpAnswer charge(PersonId person, Card card, Money amount, IdempotencyKey key, Duration wait) {
        Optional<String> token = cards.token(person, card.id());
        if (token.isEmpty()) {
            return new Unavailable("The card cannot be read at the moment.");
        }
        Optional<Seat> seat = processors
                .board(card.processor())
                .map(flight -> new Seat(card, token.get(), flight))
                .or(() -> fallback.seat(person, Set.of(card.id())));
        return seat.map(taken -> charge(person, card, taken, amount, key, wait))
                .orElseGet(() -> notAttempted(person, card, amount, key));
    }

    /** Charges the card that was asked for, or another one that the person named for when that one's processor takes nothing. */
    private TopUpAnswer charge(PersonId person, Card card, Seat seat, Money amount, IdempotencyKey key, Duration wait) {
        Settings current = settings.current();
        NewTopUp intent = NewTopUp.asking(
                person, key, seat.card(), card, amount, clock.instant(), Charging.LEASE, current.processorWait());
        boolean sent = false;
        try {
            if (!store(intent, card, seat.flight())) {
                return new WrongAmount("must not take you beyond what can be topped up on one day: "
                        + current.topUpDailyMost().orElseThrow());
            }
            TopUp topUp = table.of(person, intent.id()).orElseThrow();
            CompletableFuture<Void> stored = charging.send(topUp, seat.token(), seat.flight());
            sent = true;
            ProcessorCalls.await(stored, wait);
            return new Stored(told(topUp));
        } catch (JdbiException e) {
            return earlierRequest(person, key, e);
        } finally {
            if (!sent) {
                seat.flight().close();
            }
        }
    }

    private TopUpAnswer notAttempted(PersonId person, Card card, Money amount, IdempotencyKey key) {
        NewTopUp stored = NewTopUp.notAttempted(person, key, card, amount, takesNothing(card), clock.instant());
        try {
            Contention.outlasted(() -> {
                table.insert(stored);
                return stored;
            });
            return new Stored(table.of(person, stored.id()).orElseThrow());
        } catch (JdbiException e) {
            return earlierRequest(person, key, e);
        }
    }

    /** False where it is beyond the day's limit; nothing was stored. */
    private boolean store(NewTopUp intent, Card named, Flight flight) {
        Optional<Money> most = settings.current().topUpDailyMost();
        most.ifPresent(limit -> dailyLimit.open(intent.person(), intent.at()));
        return Contention.outlasted(() -> transactions.required(() -> {
            boolean within = most.map(limit -> dailyLimit.take(intent.person(), intent.amount(), limit, intent.at()))
                    .orElse(true);
            if (within) {
                table.insert(intent);
                intent.namedCard().ifPresent(other -> table.giveUp(intent.id(), neverSent(named, intent.at())));
                disclosures.record(intent.person(), flight.processor(), Occasion.CHARGE, Disclosures.CHARGE);
            }
            return within;
        }));
    }

    private static GivenUpCharge neverSent(Card named, Instant at) {
        return new GivenUpCharge(
                named.id(), named.processor(), UUID.randomUUID().toString(), takesNothing(named), at);
    }

    private static String takesNothing(Card card) {
        return "The processor of this card, " + card.processor() + ", takes no payments at the moment.";
    }

    /** Two requests with one key came at the same moment, and the other one was stored. */
    private TopUpAnswer earlierRequest(PersonId person, IdempotencyKey key, JdbiException e) {
        if (!Uniqueness.violatedBy(e)) {
            throw e;
        }
        return repeated(table.byRequest(person, key.key()).orElseThrow(() -> e), key);
    }

    private TopUpAnswer repeated(TopUp earlier, IdempotencyKey key) {
        if (!earlier.bodyDigest().equals(key.bodyDigest())) {
            return new KeyReused();
        }
        charging.underWay(earlier.id()).ifPresent(stored -> {
            Duration waited = Duration.between(earlier.madeAt(), clock.instant());
            ProcessorCalls.await(stored, settings.current().processorWait().minus(waited));
        });
        return new Stored(told(earlier));
    }

    /** From here on this is what the client was told first, whatever becomes known. */
    private TopUp told(TopUp topUp) {
        TopUp now = table.of(topUp.person(), topUp.id()).orElseThrow();
        if (now.firstStatus().isEmpty()) {
            table.tell(now.id());
            now = table.of(topUp.person(), topUp.id()).orElseThrow();
        }
        return now.asToldFirst();
    }
}
