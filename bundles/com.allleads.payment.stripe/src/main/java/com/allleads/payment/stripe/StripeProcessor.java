package com.allleads.payment.stripe;

import com.allleads.payment.stripe.Answer.Refused;
import com.allleads.payment.stripe.Answer.Said;
import com.allleads.payment.stripe.Intents.Fenced;
import com.allleads.payment.stripe.Intents.Found;
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
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Charges cards through Stripe. The numbers are those of the rules of {@link CardProcessor}.
 *
 * <p>A charge is one PaymentIntent that is made and confirmed in one request, off-session, with the platform's key as its
 * idempotency key and in its metadata. Nothing is charged twice here: whatever leaves it open whether Stripe acted (no answer in
 * time, 5xx, 409, 429, an answer that cannot be read) is unknown, and the platform looks the key up. {@link Intents} says how a
 * look-up becomes certain.
 */
final class StripeProcessor implements CardProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(StripeProcessor.class);
    private static final String KEY_FORM = "[A-Za-z0-9-]{1,64}";

    private static final CardForm FORM = new CardForm(
            "You add your card on a page of Stripe, and your bank may ask you to confirm it there. Stripe charges it when you top"
                    + " up.",
            List.of());

    private final StripeSettings settings;
    private final PartyDeclaration declaration;
    private final StripeApi api;
    private final Intents intents;
    private final CardPages pages;
    private final Refunding refunding;
    private final Webhooks webhooks;

    StripeProcessor(StripeSettings settings) {
        this(settings, Clock.systemUTC());
    }

    StripeProcessor(StripeSettings settings, Clock clock) {
        this.settings = settings;
        this.declaration = declaration(settings);
        this.api = new StripeApi(settings);
        this.intents = new Intents(api, clock);
        this.pages = new CardPages(api);
        this.refunding = new Refunding(api, intents);
        this.webhooks = new Webhooks(settings.webhookSecret(), intents, clock);
    }

    /** Rule 8. Whatever people enter on Stripe's own page they hand over themselves. */
    private static PartyDeclaration declaration(StripeSettings settings) {
        return new PartyDeclaration(
                "stripe",
                settings.legalName(),
                true,
                Set.of(PartyField.CARD_TOKEN, PartyField.AMOUNT, PartyField.REFERENCE),
                "What you enter on Stripe's page, and the amount, time and a random number of each payment, are kept for as long"
                        + " as the law asks of a payment company; Stripe's own policy says more.",
                Set.of(PartyUse.CARRY_OUT, PartyUse.FRAUD_PREVENTION, PartyUse.LEGAL_RECORD),
                URI.create("https://stripe.com/privacy"),
                Stream.concat(
                                Stream.of(settings.api()),
                                settings.checkoutHosts().stream().map(URI::create))
                        .map(URI::getHost)
                        .distinct()
                        .sorted()
                        .toList());
    }

    @Override
    public PartyDeclaration declaration() {
        return declaration;
    }

    @Override
    public ProcessorTraits traits() {
        return settings.traits();
    }

    @Override
    public CardForm cardForm() {
        return FORM;
    }

    @Override
    public Set<String> cardSetupHosts() {
        return settings.checkoutHosts();
    }

    /** Rule 15. */
    @Override
    public CardSetupStart beginCardSetup(CardSetupRequest request) {
        return pages.begin(api.deadline(), request);
    }

    /** Rule 15. */
    @Override
    public CardSetupOutcome cardSetup(String reference) {
        return pages.state(api.deadline(), reference);
    }

    /** Rule 13. */
    @Override
    public CardCheck checkCard(String token) {
        return pages.check(api.deadline(), token);
    }

    /**
     * Rules 1, 2 and 9. Stripe forgets idempotency keys after a day, so that what the card was charged before is looked through
     * first; it is never behind.
     */
    @Override
    public ChargeOutcome charge(ChargeRequest request) {
        Optional<CardToken> card = CardToken.parse(request.token());
        if (card.isEmpty() || !request.key().matches(KEY_FORM)) {
            return new ChargeOutcome.Declined("This is not a card of Stripe's.");
        }
        if (!settings.traits().currencies().contains(request.amount().getCurrencyUnit())) {
            return new ChargeOutcome.NotAttempted("This currency is not charged.");
        }
        Deadline deadline = api.deadline();
        Found before = intents.findAmong(deadline, request.key(), card.get());
        if (before instanceof Found.Intent intent) {
            return outcome(deadline, intent);
        }
        if (before instanceof Found.Unsure unsure) {
            return unknown(request.key(), unsure.why());
        }
        return make(deadline, request, card.get());
    }

    private ChargeOutcome make(Deadline deadline, ChargeRequest request, CardToken card) {
        Parameters form = new Parameters()
                .with("amount", request.amount().getAmountMinorLong())
                .with("currency", request.amount().getCurrencyUnit().getCode().toLowerCase(Locale.ROOT))
                .with("customer", card.customer())
                .with("payment_method", card.method())
                .with("payment_method_types[0]", "card")
                .with("confirm", "true")
                .with("off_session", "true")
                .with("metadata[" + Intents.KEY + "]", request.key())
                .with("expand[]", "latest_charge");
        Answer answer = api.post(deadline, Intents.PATH, request.key(), form);
        if (answer instanceof Said said) {
            return intents.outcome(deadline, said.body());
        }
        if (answer instanceof Refused refused) {
            return refused(deadline, request.key(), refused);
        }
        return unknown(request.key(), Answer.describe(answer));
    }

    private ChargeOutcome refused(Deadline deadline, String key, Refused refused) {
        LOG.info("Charge {}: {}", key, Answer.describe(refused));
        if (refused.isOtherUseOfTheKey()) {
            Found found = intents.find(deadline, key);
            return found instanceof Found.Intent intent
                    ? outcome(deadline, intent)
                    : unknown(key, "the key was used before, and its payment is not found now");
        }
        if (refused.error().path("payment_intent").isObject()) {
            ChargeOutcome outcome = intents.outcome(deadline, refused.error().path("payment_intent"));
            return outcome instanceof ChargeOutcome.Declined
                    ? new ChargeOutcome.Declined(Words.decline(refused.error()))
                    : outcome;
        }
        // Refused before an intent was made: the key is free, and a decline is final only once it is not.
        return refused.isForGood() && intents.fence(deadline, key) instanceof Fenced.Now
                ? new ChargeOutcome.Declined(Words.decline(refused.error()))
                : unknown(key, Answer.describe(refused));
    }

    private ChargeOutcome outcome(Deadline deadline, Found.Intent intent) {
        return intent.isFence()
                ? new ChargeOutcome.NotAttempted(Words.ruledOut())
                : intents.outcome(deadline, intent.body());
    }

    /** Rules 3, 4 and 14. */
    @Override
    public LookupOutcome lookup(String key) {
        if (!key.matches(KEY_FORM)) {
            return new LookupOutcome.NothingFound();
        }
        Deadline deadline = api.deadline();
        Found found = intents.find(deadline, key);
        if (found instanceof Found.Intent intent) {
            if (intent.isFence()) {
                return new LookupOutcome.Fenced();
            }
            ChargeOutcome outcome = intents.outcome(deadline, intent.body());
            return outcome instanceof ChargeOutcome.Unknown unknown
                    ? unavailable(key, unknown.reason())
                    : new LookupOutcome.Found(outcome);
        }
        if (found instanceof Found.Unsure unsure) {
            return unavailable(key, unsure.why());
        }
        Fenced fenced = intents.fence(deadline, key);
        if (fenced instanceof Fenced.Now) {
            return new LookupOutcome.Fenced();
        }
        return fenced instanceof Fenced.Unsure unsure
                ? unavailable(key, unsure.why())
                : new LookupOutcome.NothingFound();
    }

    /** Rules 1 and 10. */
    @Override
    public RefundOutcome refund(RefundRequest request) {
        return request.key().matches(KEY_FORM) && request.chargeKey().matches(KEY_FORM)
                ? refunding.refund(api.deadline(), request)
                : new RefundOutcome.Refused("Stripe knows no such payment.");
    }

    /** Rule 11. */
    @Override
    public List<ChargeNews> readCallback(CallbackMessage message) throws InvalidCallbackException {
        return webhooks.read(api.deadline(), message);
    }

    private static ChargeOutcome unknown(String key, String why) {
        LOG.warn("Charge {}: {}", key, why);
        return new ChargeOutcome.Unknown(why);
    }

    private static LookupOutcome unavailable(String key, String why) {
        LOG.warn("Look-up of charge {}: {}", key, why);
        return new LookupOutcome.Unavailable(why);
    }
}
