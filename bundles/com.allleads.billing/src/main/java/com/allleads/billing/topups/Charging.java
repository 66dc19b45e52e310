package com.allleads.billing.topups;

import com.allleads.billing.privacy.HandOvers;
import com.allleads.billing.processors.Disclosures;
import com.allleads.billing.processors.Flight;
import com.allleads.billing.processors.InstalledProcessor;
import com.allleads.billing.processors.ProcessorCalls;
import com.allleads.billing.processors.SiteAddress;
import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.ChargeRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends charges to processors. As long as one is under way the moment until which it can be sent is moved on in the table; so
 * every node knows, also after a crash, from when on "nothing found" means something.
 */
@Component(service = Charging.class)
public final class Charging {

    /** How far ahead that moment is; far enough to survive a pause of this node. */
    static final Duration LEASE = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(Charging.class);
    /** A charge that is begun so late that its lease might end before it is sent is not begun at all. */
    private static final Duration TOO_CLOSE = Duration.ofSeconds(5);

    private static final Duration BEFORE_RENEWAL = Duration.ofSeconds(4);

    private final ProcessorCalls calls;
    private final Settlement settlement;
    private final TopUpTable table;
    private final SiteAddress site;
    private final HandOvers handOvers;
    private final Fallback fallback;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, UnderWay> underWay = new ConcurrentHashMap<>();

    @Activate
    public Charging(
            @Reference ProcessorCalls calls,
            @Reference Settlement settlement,
            @Reference TopUpTable table,
            @Reference SiteAddress site,
            @Reference HandOvers handOvers,
            @Reference Fallback fallback) {
        this.calls = calls;
        this.settlement = settlement;
        this.table = table;
        this.site = site;
        this.handOvers = handOvers;
        this.fallback = fallback;
    }

    /**
     * Sends the charge of a top-up that was just stored; and where nothing was attempted, that of the next card which the person named.
     *
     * @param flight ends when the processor answered, however late
     * @return completes when the answer is stored; where it could not be sent it is stored as not attempted
     */
    CompletableFuture<Void> send(TopUp topUp, String token, Flight flight) {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        underWay.put(topUp.id(), new UnderWay(clock.instant(), stored));
        start(topUp, token, flight, stored);
        return stored;
    }

    private void start(TopUp topUp, String token, Flight flight, CompletableFuture<Void> stored) {
        Optional<CompletableFuture<Void>> call = calls.start(flight.processor(), processor -> {
            land(topUp, flight, stored, () -> charge(processor, topUp, token));
            return null;
        });
        if (call.isEmpty()) {
            land(
                    topUp,
                    flight,
                    stored,
                    () -> notAttempted(topUp, new ChargeOutcome.NotAttempted("The processor has too much to do.")));
        }
    }

    /** Does the work of a charge and, where it was turned to another card, begins that one's; otherwise the top-up is done with. */
    private void land(
            TopUp topUp, Flight flight, CompletableFuture<Void> stored, Supplier<Optional<Fallback.Turned>> work) {
        Optional<Fallback.Turned> turned = Optional.empty();
        try {
            turned = work.get();
        } finally {
            flight.close();
            if (turned.isEmpty()) {
                underWay.remove(topUp.id());
                stored.complete(null);
            }
        }
        turned.ifPresent(next -> start(next.topUp(), next.token(), next.flight(), stored));
    }

    private Optional<Fallback.Turned> notAttempted(TopUp topUp, ChargeOutcome.NotAttempted outcome) {
        Optional<Fallback.Turned> turned = turn(topUp, outcome.reason());
        if (turned.isEmpty()) {
            settlement.news(topUp, outcome);
        }
        return turned;
    }

    private Optional<Fallback.Turned> turn(TopUp topUp, String reason) {
        try {
            return fallback.turn(topUp, reason);
        } catch (RuntimeException e) {
            LOG.warn("No other card could be charged for top-up {}", topUp.id(), e);
            return Optional.empty();
        }
    }

    /** The charge of a top-up that is under way on this node; completes when its answer is stored. */
    Optional<CompletableFuture<Void>> underWay(String topUp) {
        return Optional.ofNullable(underWay.get(topUp)).map(UnderWay::stored);
    }

    /** Says in the table that what has been under way for some time still is. */
    public void renewLeases() {
        Instant now = clock.instant();
        underWay.forEach((topUp, call) -> {
            if (call.since().plus(BEFORE_RENEWAL).isBefore(now)) {
                table.stillAsking(topUp, now.plus(LEASE));
            }
        });
    }

    private Optional<Fallback.Turned> charge(InstalledProcessor processor, TopUp topUp, String token) {
        if (!entered(topUp)) {
            settlement.news(topUp, new ChargeOutcome.NotAttempted("The site cannot write down what it hands over."));
            return Optional.empty();
        }
        if (clock.instant().isAfter(topUp.askedUntil().minus(TOO_CLOSE))) {
            settlement.news(topUp, new ChargeOutcome.NotAttempted("The site took too long to ask the processor."));
            return Optional.empty();
        }
        ChargeOutcome outcome = processor.charge(
                new ChargeRequest(topUp.chargeKey(), token, topUp.amount(), site.callbacks(topUp.processor())));
        try {
            if (outcome instanceof ChargeOutcome.NotAttempted notAttempted) {
                return notAttempted(topUp, notAttempted);
            } else if (outcome instanceof ChargeOutcome.Unknown unknown) {
                settlement.nothingKnown(topUp, unknown.reason());
            } else {
                settlement.news(topUp, outcome);
            }
        } catch (RuntimeException e) {
            LOG.warn("What became of top-up {} could not be stored; the processor will be asked", topUp.id(), e);
        }
        return Optional.empty();
    }

    private boolean entered(TopUp topUp) {
        try {
            return handOvers.entered(topUp.person(), topUp.processor(), Disclosures.CHARGE);
        } catch (RuntimeException e) {
            LOG.warn("Top-up {} is not sent, as what it hands over could not be written down", topUp.id(), e);
            return false;
        }
    }

    private record UnderWay(Instant since, CompletableFuture<Void> stored) {}
}
