package com.allleads.payment.tck;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.allleads.spi.party.PartyDeclaration;
import com.allleads.spi.party.PartyField;
import com.allleads.spi.party.PartyUse;
import com.allleads.spi.payment.CallbackMessage;
import com.allleads.spi.payment.CardCheck;
import com.allleads.spi.payment.CardForm;
import com.allleads.spi.payment.CardProcessor;
import com.allleads.spi.payment.CardSetupOutcome;
import com.allleads.spi.payment.CardSetupRequest;
import com.allleads.spi.payment.CardSetupStart;
import com.allleads.spi.payment.ChargeNews;
import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.ChargeRequest;
import com.allleads.spi.payment.InvalidCallbackException;
import com.allleads.spi.payment.LookupOutcome;
import com.allleads.spi.payment.ProcessorTraits;
import com.allleads.spi.payment.RefundOutcome;
import com.allleads.spi.payment.RefundRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Keeps every rule. The wrong ones are made from it by changing one thing. */
class CorrectProcessor implements CardProcessor {

    static final String GOOD = "card-that-is-good";
    static final String BAD = "card-that-is-declined";
    static final String SLOW = "card-that-is-slow";
    static final String PENDING = "card-that-is-pending";
    static final String SILENT = "card-that-is-charged-in-silence";
    static final String DISPUTED = "card-that-is-charged-back";
    static final String LOST = "card-that-gets-lost";

    private static final String PAGES = "https://pages.correct.example";
    private static final Duration A_MOMENT = Duration.ofMillis(250);
    private static final String SIGNATURE = "signature";
    private static final String SECRET = "known to the company alone";

    final Company company;
    volatile boolean stopped;

    CorrectProcessor(Company company) {
        this.company = company;
    }

    static SampleCards cards() {
        return SampleCards.settling(GOOD)
                .declining(BAD)
                .slow(SLOW)
                .pending(PENDING)
                .chargedBack(DISPUTED)
                .timingOut(SILENT)
                .timingOut(LOST);
    }

    void stop() {
        stopped = true;
    }

    @Override
    public PartyDeclaration declaration() {
        return new PartyDeclaration(
                "correct",
                "Correct Payments",
                true,
                Set.of(PartyField.CARD_TOKEN, PartyField.AMOUNT, PartyField.REFERENCE),
                "Nothing is kept.",
                Set.of(PartyUse.CARRY_OUT),
                URI.create("https://correct.example/privacy"),
                List.of());
    }

    @Override
    public ProcessorTraits traits() {
        return new ProcessorTraits(Set.of(CurrencyUnit.USD, CurrencyUnit.JPY), Duration.ofMillis(200));
    }

    @Override
    public CardForm cardForm() {
        return new CardForm("Choose a card.", List.of(new CardForm.Sample(GOOD, "settles")));
    }

    @Override
    public Set<String> cardSetupHosts() {
        return Set.of(PAGES);
    }

    @Override
    public CardSetupStart beginCardSetup(CardSetupRequest request) {
        return new CardSetupStart.Redirect("setup-" + request.key(), URI.create(PAGES + "/setup-" + request.key()));
    }

    @Override
    public CardSetupOutcome cardSetup(String reference) {
        if (!reference.startsWith("setup-")) {
            return new CardSetupOutcome.Ended("There is no such set-up.");
        }
        return company.isSetUp(reference) ? new CardSetupOutcome.Done(GOOD) : new CardSetupOutcome.Open();
    }

    @Override
    public CardCheck checkCard(String token) {
        return Set.of(GOOD, BAD, SLOW, PENDING, SILENT, LOST, DISPUTED).contains(token)
                ? new CardCheck.Accepted("Correct", "4242")
                : new CardCheck.Rejected("This is no card.");
    }

    @Override
    public ChargeOutcome charge(ChargeRequest request) {
        if (!traits().currencies().contains(request.amount().getCurrencyUnit())) {
            company.decline(request.key());
            return new ChargeOutcome.Declined("This currency is not charged.");
        }
        return switch (request.token()) {
            case GOOD -> take(request);
            case DISPUTED -> {
                ChargeOutcome outcome = take(request);
                company.chargeBack(request.key(), request.amount());
                yield outcome;
            }
            case SLOW -> {
                LockSupport.parkNanos(A_MOMENT.toNanos());
                yield take(request);
            }
            case SILENT -> silent(request);
            case LOST -> new ChargeOutcome.Unknown("the company did not answer");
            case PENDING -> {
                company.accept(request.key());
                company.takeOnce(request.key(), request.amount());
                yield new ChargeOutcome.Pending(request.key());
            }
            default -> decline(request);
        };
    }

    ChargeOutcome take(ChargeRequest request) {
        return company.takeOnce(request.key(), request.amount())
                ? new ChargeOutcome.Settled(request.key())
                : new ChargeOutcome.NotAttempted("It was ruled out.");
    }

    ChargeOutcome decline(ChargeRequest request) {
        if (company.hasSettled(request.key())) {
            return new ChargeOutcome.Settled(request.key());
        }
        company.decline(request.key());
        return new ChargeOutcome.Declined("The card was declined.");
    }

    ChargeOutcome silent(ChargeRequest request) {
        company.takeOnce(request.key(), request.amount());
        return new ChargeOutcome.Unknown("the company did not answer");
    }

    @Override
    public LookupOutcome lookup(String key) {
        Optional<Money> chargedBack = company.chargedBack(key);
        if (chargedBack.isPresent()) {
            return new LookupOutcome.Found(new ChargeOutcome.ChargedBack(key, chargedBack.get()));
        }
        if (company.hasSettled(key)) {
            return new LookupOutcome.Found(new ChargeOutcome.Settled(key));
        }
        if (company.hasAccepted(key)) {
            return new LookupOutcome.Found(new ChargeOutcome.Pending(key));
        }
        if (company.hasDeclined(key)) {
            return new LookupOutcome.Found(new ChargeOutcome.Declined("The card was declined."));
        }
        return company.fence(key) ? new LookupOutcome.Fenced() : lookup(key);
    }

    @Override
    public RefundOutcome refund(RefundRequest request) {
        return company.giveBackOnce(request.key(), request.chargeKey(), request.amount())
                ? new RefundOutcome.Refunded(request.key())
                : new RefundOutcome.Refused("There is not as much left.");
    }

    @Override
    public List<ChargeNews> readCallback(CallbackMessage message) throws InvalidCallbackException {
        String body = new String(message.body(), UTF_8);
        if (!List.of(signature(body)).equals(message.headers().get(SIGNATURE))) {
            throw new InvalidCallbackException("the signature does not fit");
        }
        return List.of(news(body));
    }

    ChargeNews news(String key) {
        return new ChargeNews(key, new ChargeOutcome.Settled(key));
    }

    /** What the company writes when a charge has settled. */
    static CallbackMessage callback(String key) {
        return new CallbackMessage(Map.of(SIGNATURE, List.of(signature(key))), key.getBytes(UTF_8));
    }

    /** Good enough to be told from another in a test. */
    private static String signature(String body) {
        return Integer.toHexString((SECRET + body).hashCode());
    }
}
