package com.allleads.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.payment.stripe.testing.DoubleCard;
import com.allleads.payment.stripe.testing.DoubleRequest;
import com.allleads.payment.stripe.testing.Fault;
import com.allleads.payment.stripe.testing.StripeDouble;
import com.allleads.payment.tck.Movement;
import com.allleads.spi.payment.CallbackMessage;
import com.allleads.spi.payment.CardCheck;
import com.allleads.spi.payment.CardSetupOutcome;
import com.allleads.spi.payment.CardSetupOutcome.Done;
import com.allleads.spi.payment.CardSetupRequest;
import com.allleads.spi.payment.CardSetupStart;
import com.allleads.spi.payment.CardSetupStart.Redirect;
import com.allleads.spi.payment.ChargeNews;
import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.ChargeOutcome.ChargedBack;
import com.allleads.spi.payment.ChargeOutcome.Declined;
import com.allleads.spi.payment.ChargeOutcome.NotAttempted;
import com.allleads.spi.payment.ChargeOutcome.Pending;
import com.allleads.spi.payment.ChargeOutcome.Settled;
import com.allleads.spi.payment.ChargeOutcome.Unknown;
import com.allleads.spi.payment.ChargeRequest;
import com.allleads.spi.payment.InvalidCallbackException;
import com.allleads.spi.payment.LookupOutcome.Fenced;
import com.allleads.spi.payment.LookupOutcome.Found;
import com.allleads.spi.payment.LookupOutcome.NothingFound;
import com.allleads.spi.payment.LookupOutcome.Unavailable;
import com.allleads.spi.payment.RefundOutcome;
import com.allleads.spi.payment.RefundOutcome.Refunded;
import com.allleads.spi.payment.RefundRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.Rule;
import org.junit.Test;

public class StripeProcessorTest {

    private static final String INTENTS = "/v1/payment_intents";
    /** Where a connection ends the JDK's client itself asks again, if nothing but a look was asked for. */
    private static final Set<Fault> ANSWERED_WRONG =
            EnumSet.complementOf(EnumSet.of(Fault.DROPPED_BEFORE, Fault.DROPPED_AFTER));

    private static final URI BACK = URI.create("https://site.example/cards/return?setup=x");

    @Rule
    public final StripeDouble stripe = new StripeDouble();

    private final StripeProcessor processor = new StripeProcessor(Trial.settings(stripe.address()));

    // --- charges ---

    @Test
    public void chargesTheCardOffSessionUnderThePlatformsKey() {
        ChargeRequest request = request(DoubleCard.GOOD);

        assertThat(processor.charge(request)).isInstanceOf(Settled.class);

        DoubleRequest made = lastPost(INTENTS);
        assertThat(made.idempotencyKey()).contains(request.key());
        assertThat(made.parameters())
                .containsEntry("amount", "1250")
                .containsEntry("currency", "usd")
                .containsEntry("confirm", "true")
                .containsEntry("off_session", "true")
                .containsEntry("metadata[allleads_key]", request.key());
        assertThat(stripe.movements()).containsExactly(Movement.taken(request.key(), request.amount()));
    }

    @Test
    public void tellsOfADeclineInPlainWordsAndWithoutWhatStripeSaid() {
        assertThat(processor.charge(request(DoubleCard.INSUFFICIENT)))
                .isEqualTo(new Declined("There is not enough money on the card's account."));
        assertThat(processor.charge(request(DoubleCard.DECLINED))).isEqualTo(new Declined("The card was declined."));
    }

    @Test
    public void cancelsWhatTheBankWantsConfirmed() {
        ChargeRequest request = request(DoubleCard.CONFIRMED_ALWAYS);

        assertThat(processor.charge(request))
                .isInstanceOfSatisfying(Declined.class, declined -> assertThat(declined.reason())
                        .contains("confirm this payment yourself"));

        assertThat(stripe.books().statuses(request.key())).containsExactly("canceled");
        assertThat(processor.lookup(request.key()))
                .isInstanceOfSatisfying(
                        Found.class, found -> assertThat(found.outcome()).isInstanceOf(Declined.class));
        assertThat(processor.charge(request)).isInstanceOf(Declined.class);
        assertThat(stripe.movements()).isEmpty();
    }

    @Test
    public void cancelsWhatWaitsForThePersonWhenItIsLookedUp() {
        ChargeRequest request = request(DoubleCard.PENDING);
        assertThat(processor.charge(request)).isInstanceOf(Pending.class);
        stripe.books().waitForThePerson(request.key());

        assertThat(processor.lookup(request.key())).isEqualTo(new Found(new Declined(Words.CANCELLED)));
        assertThat(stripe.books().statuses(request.key())).containsExactly("canceled");
    }

    @Test
    public void doesNotCallDeclinedWhatWaitsAndCannotBeCancelled() {
        ChargeRequest request = request(DoubleCard.PENDING);
        processor.charge(request);
        stripe.books().waitForThePerson(request.key());
        stripe.next("POST", INTENTS, Fault.UNAVAILABLE);

        assertThat(processor.lookup(request.key())).isInstanceOf(Unavailable.class);
    }

    @Test
    public void declinesForGoodWhatStripeRefusesBeforeItBegins() {
        ChargeRequest small = Trial.request(token(DoubleCard.GOOD), "0.30");
        assertThat(processor.charge(small)).isEqualTo(new Declined("The amount is too small for the card processor."));

        ChargeRequest larger =
                new ChargeRequest(small.key(), small.token(), Money.parse("USD 30.00"), small.callback());
        assertThat(processor.charge(larger)).isInstanceOf(NotAttempted.class);
        assertThat(stripe.movements()).isEmpty();
    }

    @Test
    public void chargesOnceAlsoWhenStripeForgotTheIdempotencyKey() {
        ChargeRequest request = request(DoubleCard.GOOD);
        ChargeOutcome first = processor.charge(request);
        stripe.forgetIdempotencyKeys();

        assertThat(processor.charge(request)).isEqualTo(first);
        assertThat(stripe.movements()).hasSize(1);
    }

    @Test
    public void findsAmongMoreThanOnePageOfOneCard() {
        String token = token(DoubleCard.GOOD);
        ChargeRequest request = Trial.request(token, "1.00");
        processor.charge(request);
        for (int i = 0; i < 101; i++) {
            stripe.books().payElsewhere(token);
        }
        stripe.forgetIdempotencyKeys();

        assertThat(processor.charge(request)).isInstanceOf(Settled.class);
        assertThat(stripe.movements())
                .filteredOn(movement -> movement.chargeKey().equals(request.key()))
                .hasSize(1);
    }

    @Test
    public void asksAgainUnderAKeyWithAnotherAmountAndTellsOfTheFirst() {
        ChargeRequest request = request(DoubleCard.GOOD);
        ChargeOutcome first = processor.charge(request);

        assertThat(processor.charge(new ChargeRequest(
                        request.key(), request.token(), Money.parse("USD 99.00"), request.callback())))
                .isEqualTo(first);
        assertThat(stripe.movements()).hasSize(1);
    }

    // --- everything that goes wrong on the way ---

    @Test
    public void doesNotKnowWhatBecameOfAChargeThatWasRateLimited() {
        isUnknownAndThenFenced(Fault.RATE_LIMIT);
    }

    @Test
    public void doesNotKnowWhatBecameOfAChargeWhoseConnectionEndedBeforeItArrived() {
        isUnknownAndThenFenced(Fault.DROPPED_BEFORE);
    }

    @Test
    public void doesNotKnowWhatBecameOfAChargeThatWasConflicting() {
        isUnknownAndThenFenced(Fault.CONFLICT);
    }

    @Test
    public void doesNotKnowWhatBecameOfAChargeThatWasTurnedAwayByAnOutage() {
        isUnknownAndThenFenced(Fault.UNAVAILABLE);
    }

    @Test
    public void findsAChargeWhoseConnectionEndedAfterIt() {
        isUnknownAndThenFound(Fault.DROPPED_AFTER);
    }

    @Test
    public void findsAChargeWhoseAnswerCannotBeRead() {
        isUnknownAndThenFound(Fault.BROKEN_JSON);
    }

    @Test
    public void findsAChargeWhoseAnswerCameTooLate() {
        isUnknownAndThenFound(Fault.SLOW);
    }

    /** The key stands for that failure from then on, so that it cannot be fenced. */
    @Test
    public void findsNothingOfAChargeInWhichStripeFailedUntilThatIsFinal() {
        ChargeRequest request = request(DoubleCard.GOOD);
        stripe.next("POST", INTENTS, Fault.SERVER_ERROR);

        assertThat(processor.charge(request)).isInstanceOf(Unknown.class);
        assertThat(processor.lookup(request.key())).isInstanceOf(NothingFound.class);
        assertThat(processor.charge(request)).isInstanceOf(Unknown.class);
        assertThat(stripe.movements()).isEmpty();
    }

    @Test
    public void cannotTellWhereALookUpFails() {
        ChargeRequest request = request(DoubleCard.GOOD);
        processor.charge(request);
        for (Fault fault : ANSWERED_WRONG) {
            stripe.next("GET", INTENTS + "/search", fault);
            assertThat(processor.lookup(request.key())).as(fault.name()).isInstanceOf(Unavailable.class);
        }

        assertThat(processor.lookup(request.key())).isInstanceOf(Found.class);
    }

    @Test
    public void chargesNothingWhereItCannotSeeWhatTheCardWasChargedBefore() {
        ChargeRequest request = request(DoubleCard.GOOD);
        stripe.next("GET", INTENTS, Fault.BROKEN_JSON);

        assertThat(processor.charge(request)).isInstanceOf(Unknown.class);
        assertThat(stripe.movements()).isEmpty();
    }

    @Test
    public void refusesAChargeThatArrivesAfterItsKeyWasFencedAlsoDaysLater() {
        ChargeRequest late = request(DoubleCard.GOOD);
        assertThat(processor.lookup(late.key())).isInstanceOf(Fenced.class);

        assertThat(processor.charge(late)).isInstanceOf(NotAttempted.class);
        assertThat(stripe.movements()).isEmpty();
        assertThat(stripe.books().statuses(late.key())).containsExactly("canceled");
        assertThat(processor.lookup(late.key())).isInstanceOf(Fenced.class);
    }

    @Test
    public void answersInTimeWhereStripeDoesNotAnswerAtAll() {
        ChargeRequest request = request(DoubleCard.GOOD);
        stripe.next("POST", INTENTS, Fault.SLOW);
        long begin = System.nanoTime();

        assertThat(processor.charge(request)).isEqualTo(new Unknown("Stripe did not answer in time"));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    public void doesNotKnowAnythingWithAWrongKey() {
        StripeSettings right = Trial.settings(stripe.address());
        StripeProcessor stranger = new StripeProcessor(new StripeSettings(
                right.api(),
                right.apiVersion(),
                new Secret("sk_test_wrong"),
                right.webhookSecret(),
                right.legalName(),
                right.traits(),
                right.callTime(),
                right.checkoutHosts()));
        ChargeRequest request = request(DoubleCard.GOOD);

        assertThat(stranger.charge(request)).isInstanceOf(Unknown.class);
        assertThat(stranger.lookup(request.key())).isInstanceOf(Unavailable.class);
        assertThat(stranger.checkCard(request.token())).isInstanceOf(CardCheck.Unavailable.class);
        assertThat(stranger.beginCardSetup(setup())).isInstanceOf(CardSetupStart.Unavailable.class);
    }

    // --- refunds ---

    @Test
    public void givesBackOnceAlsoWhenStripeForgotTheIdempotencyKey() {
        ChargeRequest charge = request(DoubleCard.GOOD);
        processor.charge(charge);
        RefundRequest refund = refund(charge, "5.00");

        RefundOutcome first = processor.refund(refund);
        stripe.forgetIdempotencyKeys();

        assertThat(first).isInstanceOf(Refunded.class);
        assertThat(processor.refund(refund)).isEqualTo(first);
        assertThat(stripe.movements()).hasSize(2);
    }

    @Test
    public void doesNotKnowWhatBecameOfARefundAndThenFindsIt() {
        ChargeRequest charge = request(DoubleCard.GOOD);
        processor.charge(charge);
        for (Fault fault : List.of(Fault.DROPPED_AFTER, Fault.BROKEN_JSON, Fault.SLOW, Fault.RATE_LIMIT)) {
            RefundRequest refund = refund(charge, "1.00");
            stripe.next("POST", "/v1/refunds", fault);

            assertThat(processor.refund(refund)).as(fault.name()).isInstanceOf(RefundOutcome.Unknown.class);
            assertThat(processor.refund(refund)).as(fault.name()).isInstanceOf(Refunded.class);
        }

        assertThat(stripe.movements()).hasSize(5);
    }

    // --- chargebacks and webhooks ---

    @Test
    public void tellsOfWhatTheBankTookBackAndNotOfInquiries() {
        ChargeRequest charge = request(DoubleCard.GOOD);
        processor.charge(charge);
        String intent = stripe.books().intentOf(charge.key());

        stripe.books().dispute(intent, 1250, "warning_needs_response");
        assertThat(processor.lookup(charge.key())).isEqualTo(new Found(new Settled(intent)));

        stripe.books().dispute(intent, 400, "needs_response");
        assertThat(processor.lookup(charge.key()))
                .isEqualTo(new Found(new ChargedBack(intent, Money.parse("USD 4.00"))));
    }

    @Test
    public void hearsOfAChargebackByWebhook() throws InvalidCallbackException {
        ChargeRequest charge = request(DoubleCard.DISPUTED);
        processor.charge(charge);

        assertThat(processor.readCallback(webhook("charge.dispute.funds_withdrawn")))
                .containsExactly(new ChargeNews(
                        charge.key(), new ChargedBack(stripe.books().intentOf(charge.key()), charge.amount())));
    }

    @Test
    public void hearsOfADeclineByWebhook() throws InvalidCallbackException {
        ChargeRequest charge = request(DoubleCard.DECLINED);
        processor.charge(charge);

        assertThat(processor.readCallback(webhook("payment_intent.payment_failed")))
                .containsExactly(new ChargeNews(charge.key(), new Declined("The card was declined.")));
    }

    @Test
    public void hearsNothingOfWhatTheSiteDidNotMakeAndOfWhatWasFenced() throws InvalidCallbackException {
        stripe.books().payElsewhere(token(DoubleCard.GOOD));
        assertThat(processor.readCallback(webhook("payment_intent.succeeded"))).isEmpty();

        processor.lookup(UUID.randomUUID().toString());
        assertThat(processor.readCallback(webhook("payment_intent.canceled"))).isEmpty();
    }

    @Test
    public void refusesAWebhookThatIsOldOrSignedByAnother() {
        processor.charge(request(DoubleCard.GOOD));
        JsonNode event = event("payment_intent.succeeded");
        Instant earlier = Instant.now().minusSeconds(310);

        for (CallbackMessage message : List.of(
                Trial.webhook(event, StripeDouble.WEBHOOK_SECRET, earlier),
                Trial.webhook(event, "whsec_another", Instant.now()))) {
            assertThatThrownBy(() -> processor.readCallback(message)).isInstanceOf(InvalidCallbackException.class);
        }
    }

    @Test
    public void takesAWebhookWhileTheSecretIsBeingExchanged() throws InvalidCallbackException {
        ChargeRequest charge = request(DoubleCard.GOOD);
        processor.charge(charge);
        CallbackMessage right = webhook("payment_intent.succeeded");
        String header = right.headers().get(WebhookSignature.HEADER).get(0);
        String both = header.replace(",v1=", ",v1=" + "0".repeat(64) + ",v1=");

        assertThat(processor.readCallback(
                        new CallbackMessage(Map.of(WebhookSignature.HEADER, List.of(both)), right.body())))
                .hasSize(1);
    }

    @Test
    public void wantsAWebhookAgainWhereStripeCannotBeAsked() {
        processor.charge(request(DoubleCard.GOOD));
        CallbackMessage message = webhook("payment_intent.succeeded");
        stripe.next("GET", INTENTS, Fault.UNAVAILABLE);

        assertThatThrownBy(() -> processor.readCallback(message)).isInstanceOf(IllegalStateException.class);
    }

    // --- cards ---

    @Test
    public void addsACardOnStripesPageThatTheBankWantsConfirmedAndChargesIt() throws Exception {
        Redirect page = (Redirect) processor.beginCardSetup(setup());
        assertThat(processor.cardSetup(page.reference())).isInstanceOf(CardSetupOutcome.Open.class);

        assertThat(StripeDouble.addCard(page.address(), DoubleCard.CONFIRMED_ONCE))
                .contains(BACK.toString());

        Done done = (Done) processor.cardSetup(page.reference());
        assertThat(processor.checkCard(done.token()))
                .isEqualTo(new CardCheck.Accepted("Visa", DoubleCard.CONFIRMED_ONCE.last4()));
        assertThat(processor.charge(Trial.request(done.token(), "5.00"))).isInstanceOf(Settled.class);
    }

    @Test
    public void endsASetUpThatExpired() {
        Redirect page = (Redirect) processor.beginCardSetup(setup());
        stripe.books().expire(page.reference());

        assertThat(processor.cardSetup(page.reference())).isInstanceOf(CardSetupOutcome.Ended.class);
        assertThat(processor.cardSetup("cs_test_nobody")).isInstanceOf(CardSetupOutcome.Ended.class);
        assertThat(processor.cardSetup("../../v1/customers")).isInstanceOf(CardSetupOutcome.Ended.class);
    }

    @Test
    public void cannotTellOfASetUpWhileStripeIsAway() {
        Redirect page = (Redirect) processor.beginCardSetup(setup());
        for (Fault fault : ANSWERED_WRONG) {
            stripe.next("GET", "/v1/checkout", fault);
            assertThat(processor.cardSetup(page.reference()))
                    .as(fault.name())
                    .isInstanceOf(CardSetupOutcome.Unavailable.class);
            stripe.next("POST", "/v1/checkout", fault);
            assertThat(processor.beginCardSetup(setup()))
                    .as(fault.name())
                    .isInstanceOf(CardSetupStart.Unavailable.class);
        }
    }

    @Test
    public void acceptsNoCardThatWasTakenOffOrIsAnothers() {
        String token = token(DoubleCard.GOOD);
        String method = token.split("/")[1];
        assertThat(processor.checkCard("cus_another/" + method)).isInstanceOf(CardCheck.Rejected.class);
        assertThat(processor.checkCard(method)).isInstanceOf(CardCheck.Rejected.class);

        stripe.books().detach(method);

        assertThat(processor.checkCard(token)).isInstanceOf(CardCheck.Rejected.class);
        assertThat(processor.charge(Trial.request(token, "5.00"))).isInstanceOf(Declined.class);
    }

    // --- what is said ---

    @Test
    public void saysNoSecretAnywhere() {
        StripeSettings settings = Trial.settings(stripe.address());

        assertThat(settings.toString() + settings.secretKey())
                .doesNotContain(StripeDouble.SECRET_KEY)
                .doesNotContain(StripeDouble.WEBHOOK_SECRET);
    }

    private void isUnknownAndThenFenced(Fault fault) {
        ChargeRequest request = request(DoubleCard.GOOD);
        stripe.next("POST", INTENTS, fault);

        assertThat(processor.charge(request)).isInstanceOf(Unknown.class);
        assertThat(processor.lookup(request.key())).isInstanceOf(Fenced.class);
        assertThat(processor.charge(request)).isInstanceOf(NotAttempted.class);
        assertThat(stripe.movements()).isEmpty();
    }

    private void isUnknownAndThenFound(Fault fault) {
        ChargeRequest request = request(DoubleCard.GOOD);
        stripe.next("POST", INTENTS, fault);

        assertThat(processor.charge(request)).isInstanceOf(Unknown.class);
        assertThat(processor.lookup(request.key()))
                .isInstanceOfSatisfying(
                        Found.class, found -> assertThat(found.outcome()).isInstanceOf(Settled.class));
        assertThat(processor.charge(request)).isInstanceOf(Settled.class);
        assertThat(stripe.movements()).hasSize(1);
    }

    private String token(DoubleCard card) {
        return stripe.books().added(card);
    }

    private ChargeRequest request(DoubleCard card) {
        return Trial.request(token(card), "12.50");
    }

    private static RefundRequest refund(ChargeRequest charge, String amount) {
        return new RefundRequest(UUID.randomUUID().toString(), charge.key(), Money.parse("USD " + amount));
    }

    private static CardSetupRequest setup() {
        return new CardSetupRequest(
                UUID.randomUUID().toString(), BACK, URI.create(BACK + "&back=yes"), CurrencyUnit.USD);
    }

    private DoubleRequest lastPost(String path) {
        return stripe.requests().stream()
                .filter(request -> request.post() && request.path().equals(path))
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    private CallbackMessage webhook(String type) {
        return Trial.webhook(event(type), StripeDouble.WEBHOOK_SECRET, Instant.now());
    }

    private JsonNode event(String type) {
        return stripe.events().stream()
                .filter(event -> event.path("type").asText().equals(type))
                .reduce((one, other) -> other)
                .orElseThrow();
    }
}
