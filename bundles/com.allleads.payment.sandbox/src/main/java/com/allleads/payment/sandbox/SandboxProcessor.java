package com.allleads.payment.sandbox;

import com.allleads.spi.party.PartyDeclaration;
import com.allleads.spi.party.PartyField;
import com.allleads.spi.party.PartyUse;
import com.allleads.spi.payment.CallbackMessage;
import com.allleads.spi.payment.CardCheck;
import com.allleads.spi.payment.CardForm;
import com.allleads.spi.payment.CardProcessor;
import com.allleads.spi.payment.ChargeNews;
import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.ChargeRequest;
import com.allleads.spi.payment.InvalidCallbackException;
import com.allleads.spi.payment.LookupOutcome;
import com.allleads.spi.payment.ProcessorTraits;
import com.allleads.spi.payment.RefundOutcome;
import com.allleads.spi.payment.RefundRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Charges sample cards and keeps books about it, as an outside company would. */
@Component(service = CardProcessor.class)
public final class SandboxProcessor implements CardProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxProcessor.class);

    /** The platform waits ten seconds at most, so this is never an answer in time. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final Duration LAST_CALLS = Duration.ofSeconds(4);

    private static final PartyDeclaration DECLARATION = new PartyDeclaration(
            "sandbox",
            "Sandbox Card Processing, a company that exists for trials only",
            true,
            Set.of(PartyField.CARD_TOKEN, PartyField.AMOUNT, PartyField.REFERENCE),
            "Every charge and refund is kept for ten years: the sample card's token, the amount, the time and a random"
                    + " number. Nothing says who you are.",
            Set.of(PartyUse.CARRY_OUT, PartyUse.LEGAL_RECORD),
            URI.create("https://sandbox.example/privacy"),
            List.of());

    private static final ProcessorTraits TRAITS =
            new ProcessorTraits(Set.of(CurrencyUnit.USD, CurrencyUnit.EUR, CurrencyUnit.GBP), Duration.ofSeconds(15));

    private static final CardForm FORM = new CardForm(
            "This processor is for trials: choose a sample card. No real card is charged.", SampleCard.samples());

    private final UnderWay underWay = new UnderWay();
    private final Books books;
    private final Callbacks callbacks;
    private final Settlements settlements;

    /**
     * @throws IOException where the books cannot be opened or read
     */
    @Activate
    public SandboxProcessor(BundleContext context) throws IOException {
        this(Path.of(Optional.ofNullable(context.getProperty("karaf.base")).orElse("."), "sandbox"));
    }

    SandboxProcessor(Path folder) throws IOException {
        books = new Books(folder);
        callbacks = new Callbacks(CallbackSignature.in(folder));
        settlements = new Settlements(books, callbacks);
    }

    @Deactivate
    void leave() throws IOException {
        underWay.leave(LAST_CALLS);
        settlements.close();
        books.close();
    }

    @Override
    public PartyDeclaration declaration() {
        return DECLARATION;
    }

    @Override
    public ProcessorTraits traits() {
        return TRAITS;
    }

    @Override
    public CardForm cardForm() {
        return FORM;
    }

    @Override
    public CardCheck checkCard(String token) {
        return SampleCard.of(token)
                .<CardCheck>map(card -> new CardCheck.Accepted("Visa", card.last4()))
                .orElseGet(() -> new CardCheck.Rejected("This is not one of the sample cards."));
    }

    @Override
    public ChargeOutcome charge(ChargeRequest request) {
        try (UnderWay.Call call = underWay.begin()) {
            Optional<ChargeOutcome> before = books.known(request.key());
            return before.isPresent() ? before.get() : first(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ChargeOutcome.Unknown("the call was interrupted");
        } catch (IOException e) {
            LOG.error("Charge {}: {}", request.key(), e.getMessage());
            return new ChargeOutcome.Unknown("the sandbox's books cannot be written");
        }
    }

    @Override
    public LookupOutcome lookup(String key) {
        try (UnderWay.Call call = underWay.begin()) {
            return books.lookup(key);
        } catch (IOException e) {
            LOG.error("Look-up of charge {}: {}", key, e.getMessage());
            return new LookupOutcome.Unavailable("the sandbox's books cannot be read");
        }
    }

    @Override
    public RefundOutcome refund(RefundRequest request) {
        try (UnderWay.Call call = underWay.begin()) {
            return books.refund(request);
        } catch (IOException e) {
            LOG.error("Refund {}: {}", request.key(), e.getMessage());
            return new RefundOutcome.Unknown("the sandbox's books cannot be written");
        }
    }

    @Override
    public List<ChargeNews> readCallback(CallbackMessage message) throws InvalidCallbackException {
        return callbacks.read(message);
    }

    private ChargeOutcome first(ChargeRequest request) throws IOException, InterruptedException {
        Optional<SampleCard> card = SampleCard.of(request);
        if (card.isEmpty() || !TRAITS.currencies().contains(request.amount().getCurrencyUnit())) {
            return books.decline(request.key());
        }
        return switch (card.get()) {
            case VISA -> books.take(request);
            case DECLINED -> books.decline(request.key());
            case SLOW -> {
                Thread.sleep(SLOW.toMillis());
                yield books.take(request);
            }
            case TIMEOUT -> silent(books.take(request));
            case LOST -> silent(new ChargeOutcome.Unknown("the request got lost"));
            case PENDING -> accept(request);
            case CHARGED_BACK -> dispute(request);
        };
    }

    private ChargeOutcome accept(ChargeRequest request) throws IOException {
        ChargeOutcome accepted = books.accept(request);
        if (accepted instanceof ChargeOutcome.Pending) {
            settlements.later(Lines.Note.pending(request));
        }
        return accepted;
    }

    private ChargeOutcome dispute(ChargeRequest request) throws IOException {
        ChargeOutcome taken = books.takeDisputed(request);
        settlements.later(Lines.Note.disputed(request));
        return taken;
    }

    /** Says what it knows when nobody waits for it any more, or when the bundle stops. */
    private ChargeOutcome silent(ChargeOutcome known) throws InterruptedException {
        underWay.keepSilent(SILENCE);
        return known;
    }
}
