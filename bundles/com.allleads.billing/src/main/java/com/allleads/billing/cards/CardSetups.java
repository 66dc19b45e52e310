package com.allleads.billing.cards;

import com.allleads.api.person.PersonId;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.api.store.Transactions;
import com.allleads.api.vault.Vault;
import com.allleads.billing.BillingSettings;
import com.allleads.billing.Uniqueness;
import com.allleads.billing.cards.BeginCardSetupAnswer.Begun;
import com.allleads.billing.cards.BeginCardSetupAnswer.KeyReused;
import com.allleads.billing.cards.BeginCardSetupAnswer.NoSuchProcessor;
import com.allleads.billing.cards.BeginCardSetupAnswer.TooMany;
import com.allleads.billing.cards.BeginCardSetupAnswer.Unavailable;
import com.allleads.billing.privacy.CurrentVault;
import com.allleads.billing.privacy.HandOvers;
import com.allleads.billing.processors.Disclosures;
import com.allleads.billing.processors.Disclosures.Occasion;
import com.allleads.billing.processors.InstalledProcessor;
import com.allleads.billing.processors.ProcessorCalls;
import com.allleads.billing.processors.Processors;
import com.allleads.billing.processors.SiteAddress;
import com.allleads.spi.payment.CardSetupOutcome;
import com.allleads.spi.payment.CardSetupRequest;
import com.allleads.spi.payment.CardSetupStart;
import com.allleads.spi.payment.CardSetupStart.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets up cards on their processors' own pages. A person is sent there and comes back, with a session or without, or does not
 * come back at all: in each case the processor is asked what became of it, and the card is stored once.
 */
@Component(service = CardSetups.class)
public final class CardSetups {

    /** Where browsers come back. */
    public static final String RETURN_PATH = "/cards/return";
    /** The parameter that names the set-up there. */
    public static final String RETURN_ID = "setup";
    /** The parameter of those who turned back. */
    public static final String TURNED_BACK = "back";

    /** A processor's page is good for a day at most; after that it was asked once more. */
    private static final Duration LONGEST = Duration.ofHours(25);

    private static final Logger LOG = LoggerFactory.getLogger(CardSetups.class);
    private static final int MOST_OPEN = 10;
    private static final int AT_ONCE = 50;
    private static final int ADDRESS_LENGTH = 4000;
    private static final int REFERENCE_LENGTH = 200;
    private static final int RETURN_ID_BYTES = 32;
    /** Doubled each time, so that whoever closed the browser waits no longer than they took. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);
    /** A page that is loaded again and again does not become as many calls. */
    private static final Duration BETWEEN_CALLS = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final Processors processors;
    private final ProcessorCalls calls;
    private final Disclosures disclosures;
    private final HandOvers handOvers;
    private final CurrentVault vault;
    private final Cards cards;
    private final CardSetupTable table;
    private final SiteAddress site;
    private final BillingSettings settings;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.systemUTC();

    @Activate
    public CardSetups(
            @Reference Transactions transactions,
            @Reference Processors processors,
            @Reference ProcessorCalls calls,
            @Reference Disclosures disclosures,
            @Reference HandOvers handOvers,
            @Reference CurrentVault vault,
            @Reference Cards cards,
            @Reference CardSetupTable table,
            @Reference SiteAddress site,
            @Reference BillingSettings settings) {
        this.transactions = transactions;
        this.processors = processors;
        this.calls = calls;
        this.disclosures = disclosures;
        this.handOvers = handOvers;
        this.vault = vault;
        this.cards = cards;
        this.table = table;
        this.site = site;
        this.settings = settings;
    }

    /**
     * Begins to set up a card.
     *
     * @param person whose card it becomes
     * @param processor on whose pages
     * @param request by which the client repeats the request; it is answered as it was first
     */
    public BeginCardSetupAnswer begin(PersonId person, String processor, IdempotencyKey request) {
        Optional<CardSetup> earlier = table.byRequest(person, request.key());
        if (earlier.isPresent()) {
            return repeated(earlier.get(), request);
        }
        Optional<InstalledProcessor> asked =
                processors.active(processor).filter(InstalledProcessor::addsCardsByRedirect);
        if (asked.isEmpty()) {
            return new NoSuchProcessor();
        }
        if (table.open(person) >= MOST_OPEN) {
            return new TooMany();
        }
        if (!handOvers.entered(person, processor, Disclosures.CARD_SETUP)) {
            return new Unavailable("Cards cannot be stored at the moment.");
        }
        CardSetup made = made(person, processor, request);
        try {
            transactions.required(() -> {
                table.insert(made, request);
                disclosures.record(person, asked.get(), Occasion.CARD_SETUP, Disclosures.CARD_SETUP);
            });
        } catch (JdbiException e) {
            // Two requests with one key came at the same moment, and the other one was stored.
            if (!Uniqueness.violatedBy(e)) {
                throw e;
            }
            return repeated(table.byRequest(person, request.key()).orElseThrow(() -> e), request);
        }
        return prepared(made, asked.get());
    }

    /** A set-up of this person as the processor knows it now; empty for anybody else's. */
    public Optional<CardSetup> find(PersonId person, String id) {
        return table.of(person, id)
                .filter(setup -> setup.reference().isPresent())
                .map(this::asked);
    }

    /** Everything of a person that was begun, oldest first. */
    public List<CardSetup> of(PersonId person) {
        return table.of(person);
    }

    /**
     * A browser came back, whoever sits before it: the set-up is finished where the processor says so, and nothing else is done.
     *
     * @param returnId what stands in the address
     */
    public Optional<CardSetup> returned(String returnId) {
        return table.byReturn(returnId).map(this::asked);
    }

    /** The person is back on the site: what they left open is asked about in a moment. */
    public void hurry(PersonId person) {
        table.hurry(person, clock.instant());
    }

    /** A processor of this name came: what waits for it is due now. */
    public void arrived(String processor) {
        table.hurry(processor, clock.instant());
    }

    /** Asks about everything of this processor that is due; the answers are taken in when they come. */
    public void reconcile(String processor) {
        Instant now = clock.instant();
        for (CardSetup due : table.due(processor, now, AT_ONCE)) {
            processors.reachable(processor).ifPresent(reached -> {
                if (table.claim(due, now.plus(pause(due.checks())))) {
                    String reference = due.reference().orElseThrow();
                    calls.start(reached, asked -> {
                        takeSafely(due, asked, asked.cardSetup(reference));
                        return null;
                    });
                }
            });
        }
    }

    /** Ends what was not finished in time, also where the processor is gone. */
    public void expire() {
        Instant now = clock.instant();
        table.expire(now.minus(LONGEST), "It was not finished within a day.", now);
    }

    private static Duration pause(int checks) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(checks, 20));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private CardSetup made(PersonId person, String processor, IdempotencyKey request) {
        byte[] unguessable = new byte[RETURN_ID_BYTES];
        random.nextBytes(unguessable);
        return new CardSetup(
                UUID.randomUUID().toString(),
                person,
                processor,
                UUID.randomUUID().toString(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(unguessable),
                CardSetupStatus.OPEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                0,
                Optional.empty(),
                request.bodyDigest());
    }

    private BeginCardSetupAnswer repeated(CardSetup earlier, IdempotencyKey request) {
        if (!earlier.bodyDigest().equals(request.bodyDigest())) {
            return new KeyReused();
        }
        if (earlier.reference().isPresent()) {
            return begun(earlier);
        }
        // The first one is still under way, or a crash cut it off; its key lets it be asked again.
        return processors
                .active(earlier.processor())
                .map(asked -> prepared(earlier, asked))
                .orElseGet(NoSuchProcessor::new);
    }

    private BeginCardSetupAnswer prepared(CardSetup made, InstalledProcessor processor) {
        URI back = site.page(RETURN_PATH + "?" + RETURN_ID + "=" + made.returnId());
        CardSetupRequest request = new CardSetupRequest(
                made.key(), back, URI.create(back + "&" + TURNED_BACK + "=yes"), settings.currency());
        CardSetupStart start = calls.ask(processor, asked -> asked.beginCardSetup(request))
                .orElseGet(() -> new CardSetupStart.Unavailable("The processor does not answer at the moment."));
        Optional<Vault> safe = vault.get();
        if (start instanceof Redirect redirect && safe.isPresent() && isSound(processor, redirect)) {
            byte[] address = redirect.address().toASCIIString().getBytes(StandardCharsets.UTF_8);
            table.begun(
                    made.id(),
                    redirect.reference(),
                    safe.get().seal(made.person(), context(made.id()), address),
                    clock.instant().plus(FIRST_PAUSE));
            return begun(table.of(made.person(), made.id()).orElseThrow());
        }
        // Nobody was sent there, so nobody adds a card by it.
        table.delete(made.id());
        return start instanceof CardSetupStart.Unavailable unavailable
                ? new Unavailable(unavailable.reason())
                : new Unavailable("Cards cannot be set up at the moment.");
    }

    private static boolean isSound(InstalledProcessor processor, Redirect redirect) {
        URI address = redirect.address();
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        boolean sound = processor.cardSetupHosts().contains(address.getScheme() + "://" + address.getHost() + port)
                && address.getRawUserInfo() == null
                && address.toASCIIString().length() <= ADDRESS_LENGTH
                && redirect.reference().length() <= REFERENCE_LENGTH;
        if (!sound) {
            LOG.error("{} sends people to where it did not declare, so that nobody is sent there", processor.name());
        }
        return sound;
    }

    private BeginCardSetupAnswer begun(CardSetup setup) {
        return vault.get()
                .flatMap(safe ->
                        table.address(setup.id()).flatMap(kept -> safe.open(setup.person(), context(setup.id()), kept)))
                .<BeginCardSetupAnswer>map(
                        address -> new Begun(setup, URI.create(new String(address, StandardCharsets.UTF_8))))
                .orElseGet(() -> new Unavailable("The set-up cannot be read at the moment."));
    }

    /** Asks the processor, unless somebody just did. */
    private CardSetup asked(CardSetup setup) {
        Instant now = clock.instant();
        Optional<InstalledProcessor> reached = processors.reachable(setup.processor());
        if (reached.isEmpty() || !table.mayAsk(setup.id(), now, now.minus(BETWEEN_CALLS))) {
            return setup;
        }
        String reference = setup.reference().orElseThrow();
        calls.ask(reached.get(), processor -> processor.cardSetup(reference))
                .ifPresent(outcome -> takeSafely(setup, reached.get(), outcome));
        return table.of(setup.person(), setup.id()).orElse(setup);
    }

    private void takeSafely(CardSetup setup, InstalledProcessor processor, CardSetupOutcome outcome) {
        try {
            take(setup, processor, outcome);
        } catch (RuntimeException e) {
            LOG.warn("What became of card set-up {} could not be stored; it is asked again", setup.id(), e);
        }
    }

    private void take(CardSetup setup, InstalledProcessor processor, CardSetupOutcome outcome) {
        Instant now = clock.instant();
        if (outcome instanceof CardSetupOutcome.Ended ended) {
            table.ended(setup.id(), ended.reason(), now);
        } else if (outcome instanceof CardSetupOutcome.Done done) {
            AddCardAnswer answer =
                    cards.add(setup.person(), processor, done.token(), card -> table.done(setup.id(), card.id(), now));
            if (answer instanceof AddCardAnswer.Rejected rejected) {
                table.ended(setup.id(), rejected.reason(), now);
            }
        }
    }

    private static String context(String setup) {
        return "billing.card-setup/" + setup;
    }
}
