package com.allleads.billing.topups;

import com.allleads.api.person.PersonId;
import com.allleads.api.store.Transactions;
import com.allleads.billing.BillingSettings;
import com.allleads.billing.cards.Card;
import com.allleads.billing.cards.Cards;
import com.allleads.billing.cards.FallbackCards;
import com.allleads.billing.processors.Disclosures;
import com.allleads.billing.processors.Disclosures.Occasion;
import com.allleads.billing.processors.Flight;
import com.allleads.billing.processors.Processors;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finds the next of the cards that a person named for when another one cannot be charged. It is asked only where certainly nothing was
 * attempted, and while the charge is under way: once the person was told that nothing was charged, or for as long as nobody knows, no
 * other card is touched.
 */
@Component(service = Fallback.class)
public final class Fallback {

    private final FallbackCards named;
    private final Cards cards;
    private final Processors processors;
    private final Disclosures disclosures;
    private final TopUpTable table;
    private final Transactions transactions;
    private final BillingSettings settings;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public Fallback(
            @Reference FallbackCards named,
            @Reference Cards cards,
            @Reference Processors processors,
            @Reference Disclosures disclosures,
            @Reference TopUpTable table,
            @Reference Transactions transactions,
            @Reference BillingSettings settings) {
        this.named = named;
        this.cards = cards;
        this.processors = processors;
        this.disclosures = disclosures;
        this.table = table;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** The first named card that was not tried and whose processor takes payments, with its seat there; the caller closes the flight. */
    Optional<Seat> seat(PersonId person, Set<String> tried) {
        return named.of(person).stream()
                .filter(card -> !tried.contains(card.id()))
                .map(card -> board(person, card))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * Turns a top-up whose charge was not attempted to the next card.
     *
     * @param topUp as it was charged
     * @param reason why nothing was attempted
     * @return the top-up with its new charge, to be sent now; empty where there is no other card, or all is known of the top-up
     */
    Optional<Turned> turn(TopUp topUp, String reason) {
        Set<String> tried = new HashSet<>(table.cardsTried(topUp.id()));
        tried.add(topUp.card());
        return seat(topUp.person(), tried).flatMap(seat -> turn(topUp, reason, seat));
    }

    private Optional<Turned> turn(TopUp topUp, String reason, Seat seat) {
        boolean turned = false;
        try {
            Instant now = clock.instant();
            turned = transactions.required(() -> {
                boolean open = table.turn(
                        topUp,
                        seat.card(),
                        UUID.randomUUID().toString(),
                        reason,
                        now,
                        now.plus(Charging.LEASE),
                        now.plus(settings.current().processorWait()).plusSeconds(1));
                if (open) {
                    disclosures.record(topUp.person(), seat.flight().processor(), Occasion.CHARGE, Disclosures.CHARGE);
                }
                return open;
            });
            return turned
                    ? table.find(topUp.id()).map(stands -> new Turned(stands, seat.token(), seat.flight()))
                    : Optional.empty();
        } finally {
            if (!turned) {
                seat.flight().close();
            }
        }
    }

    private Optional<Seat> board(PersonId person, Card card) {
        return cards.token(person, card.id())
                .flatMap(token -> processors.board(card.processor()).map(flight -> new Seat(card, token, flight)));
    }

    /**
     * A card that can be charged.
     *
     * @param card the card
     * @param token its token
     * @param flight at its processor
     */
    record Seat(Card card, String token, Flight flight) {}

    /**
     * A top-up whose next charge is to be sent.
     *
     * @param topUp as it stands now
     * @param token the token of its card
     * @param flight at its processor
     */
    record Turned(TopUp topUp, String token, Flight flight) {}
}
