package com.allleads.billing.topups;

import static com.allleads.billing.Testing.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.person.PersonId;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.api.rest.ProblemException;
import com.allleads.billing.Platform;
import com.allleads.billing.PlayedProcessor;
import com.allleads.billing.cards.Card;
import com.allleads.billing.pages.FallbackCardsPage;
import com.allleads.billing.processors.ProcessorSource;
import com.allleads.billing.refunds.RefundOrder;
import com.allleads.portal.testing.Look;
import com.allleads.spi.payment.CallbackMessage;
import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.ChargeOutcome.Declined;
import com.allleads.spi.payment.ChargeOutcome.NotAttempted;
import com.allleads.spi.payment.ChargeOutcome.Unknown;
import com.allleads.spi.payment.ChargeRequest;
import com.allleads.spi.payment.LookupOutcome;
import com.allleads.store.testing.StoreRule;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

public class FallbackTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private final PersonId person = PersonId.random();
    private final PlayedProcessor first = new PlayedProcessor("first");
    private final PlayedProcessor second = new PlayedProcessor("second");
    private final PlayedProcessor third = new PlayedProcessor("third");
    private Platform platform;
    private ProcessorSource firstInstalled;
    private String card;
    private String otherCard;
    private String thirdCard;

    @Before
    public void start() {
        platform = new Platform(STORE);
        firstInstalled = platform.install(first, "1.0.0");
        platform.install(second, "1.0.0");
        platform.install(third, "1.0.0");
        card = platform.card(person, "first");
        otherCard = platform.card(person, "second");
        thirdCard = platform.card(person, "third");
        platform.fallbackCards.set(person, List.of(otherCard, thirdCard));
    }

    @After
    public void stop() {
        platform.close();
    }

    @Test
    public void chargesTheNamedCardWhereTheProcessorOfTheOtherTakesNothing() {
        platform.processors.leave(firstInstalled.service());
        IdempotencyKey key = Platform.key();

        TopUp topUp = known(platform.topUp(person, card, "10.00", key));

        assertThat(topUp.status()).isEqualTo(TopUpStatus.SETTLED);
        assertThat(topUp.card()).isEqualTo(otherCard);
        assertThat(topUp.processor()).isEqualTo("second");
        assertThat(topUp.namedCard()).contains(card);
        assertThat(platform.available(person)).isEqualTo(usd("10.00"));
        assertThat(platform.topUps.givenUp(topUp.id()))
                .extracting(GivenUpCharge::processor)
                .containsExactly("first");
        assertThat(platform.topUp(person, card, "10.00", key).id()).isEqualTo(topUp.id());
        assertThat(second.charges).hasSize(1);
    }

    @Test
    public void goesOnFromOneNamedCardToTheNextAndTellsEachProcessorOfAChargeOfItsOwn() {
        first.onCharge = request -> new NotAttempted("Not now.");
        second.onCharge = request -> new NotAttempted("Not here.");

        TopUp topUp = known(platform.topUp(person, card, "10.00"));

        assertThat(topUp.status()).isEqualTo(TopUpStatus.SETTLED);
        assertThat(topUp.processor()).isEqualTo("third");
        assertThat(platform.available(person)).isEqualTo(usd("10.00"));
        assertThat(List.of(
                        first.charges.get(0).key(),
                        second.charges.get(0).key(),
                        third.charges.get(0).key()))
                .doesNotHaveDuplicates();
        assertThat(platform.topUps.givenUp(topUp.id()))
                .extracting(GivenUpCharge::reason)
                .containsExactly("Not now.", "Not here.");
        assertThat(platform.disclosures.about(person).stream()
                        .filter(sent -> sent.sent().contains("AMOUNT"))
                        .map(sent -> sent.processor()))
                .containsExactly("first", "second", "third");
    }

    @Test
    public void saysThatNothingWasAttemptedWhereNoNamedCardCanBeCharged() {
        NotAttempted no = new NotAttempted("Not now.");
        first.onCharge = request -> no;
        second.onCharge = request -> no;
        third.onCharge = request -> no;

        TopUp topUp = known(platform.topUp(person, card, "10.00"));

        assertThat(topUp.status()).isEqualTo(TopUpStatus.NOT_ATTEMPTED);
        assertThat(first.charges.size() + second.charges.size() + third.charges.size())
                .isEqualTo(3);
    }

    @Test
    public void touchesNoOtherCardAfterARefusalOrInDoubt() {
        first.onCharge = request -> new Declined("No.");
        assertThat(known(platform.topUp(person, card, "10.00")).status()).isEqualTo(TopUpStatus.DECLINED);

        first.onCharge = request -> new Unknown("no answer");
        TopUp unknown = platform.topUp(person, card, "10.00");
        assertThat(unknown.status()).isEqualTo(TopUpStatus.UNKNOWN);
        first.onLookup = key -> new LookupOutcome.Fenced();
        platform.awaitStatus(unknown, TopUpStatus.NOT_ATTEMPTED);

        assertThat(second.charges).isEmpty();
        assertThat(third.charges).isEmpty();
    }

    @Test
    public void believesNothingMoreOfAChargeThatWasGivenUp() {
        first.onCharge = request -> new NotAttempted("Not now.");
        second.onCharge = request -> new Unknown("no answer");
        TopUp topUp = platform.topUp(person, card, "10.00");
        assertThat(topUp.status()).isEqualTo(TopUpStatus.UNKNOWN);

        callBack("first", first.charges.get(0));
        assertThat(platform.status(topUp)).isEqualTo(TopUpStatus.UNKNOWN);

        callBack("second", second.charges.get(0));
        assertThat(platform.status(topUp)).isEqualTo(TopUpStatus.SETTLED);
        assertThat(platform.available(person)).isEqualTo(usd("10.00"));
    }

    @Test
    public void takesWhatIsFoundOfTheFirstChargeForNothingOnceTheSecondIsUnderWay() {
        first.onCharge = request -> new NotAttempted("Not now.");
        second.onCharge = request -> new Unknown("no answer");
        TopUp topUp = platform.topUp(person, card, "10.00");
        TopUp asItWas = withCharge(topUp, first.charges.get(0).key());

        platform.settlement.news(asItWas, new NotAttempted("The payment never reached the processor."));
        platform.settlement.news(asItWas, new ChargeOutcome.Settled("late"));
        platform.settlement.nothingKnown(asItWas, "late");

        assertThat(platform.status(topUp)).isEqualTo(TopUpStatus.UNKNOWN);
        assertThat(platform.available(person)).isEqualTo(usd("0.00"));
    }

    @Test
    public void givesMoneyBackByTheCardThatWasCharged() {
        platform.processors.leave(firstInstalled.service());
        known(platform.topUp(person, card, "10.00"));

        platform.refunds.refund(new RefundOrder(person, usd("4.00"), "As asked", "operator", Platform.key()));

        assertThat(second.refunds).hasSize(1);
        assertThat(first.refunds).isEmpty();
    }

    @Test
    public void forgetsACardThatIsRemoved() {
        platform.cards.remove(person, otherCard);

        assertThat(platform.fallbackCards.of(person)).extracting(Card::id).containsExactly(thirdCard);
    }

    @Test
    public void refusesWhatCannotBeNamed() {
        String foreign = platform.card(PersonId.random(), "first");

        assertRefused(null);
        assertRefused(List.of(foreign));
        assertRefused(List.of(card, card));
        assertRefused(Arrays.asList(card, null));
        String fourth = platform.card(person, "first");
        assertRefused(List.of(card, otherCard, thirdCard, fourth));

        assertThat(platform.fallbackCards.of(person)).hasSize(2);
    }

    @Test
    public void isNamedOnItsPage() {
        FallbackCardsPage page = new FallbackCardsPage(platform.fallbackCards, platform.cards);

        assertThat(Look.at(page).as(person).in("es").html()).contains("Si no se puede cobrar en una tarjeta");
        assertThat(Look.at(page)
                        .as(person)
                        .with("card-1", card)
                        .with("card-2", card)
                        .refused())
                .isNotEmpty();
        Look.at(page).as(person).with("card-1", thirdCard).with("card-2", "").said();
        assertThat(platform.fallbackCards.of(person)).extracting(Card::id).containsExactly(thirdCard);
        assertThat(Look.at(page).as(person).with("card-1", "").refused()).isNotEmpty();
        Look.at(page).as(person).with("end", "yes").said();
        assertThat(platform.fallbackCards.of(person)).isEmpty();
    }

    @Test
    public void leavesNobodyOnBoardOfAProcessorThatIsDrained() {
        platform.processors.leave(firstInstalled.service());
        platform.processors.drain("second", Optional.empty());

        TopUp topUp = known(platform.topUp(person, card, "10.00"));

        assertThat(topUp.processor()).isEqualTo("third");
        assertThat(platform.processors.reports())
                .allSatisfy(report -> assertThat(report.inFlight()).isZero());
    }

    /** As it stands once all is known; a slow machine may have been told less at first. */
    private TopUp known(TopUp topUp) {
        Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> platform.status(topUp)
                .isFinal());
        return platform.topUps.find(topUp.id()).orElseThrow();
    }

    private void assertRefused(List<String> cards) {
        assertThatThrownBy(() -> platform.fallbackCards.set(person, cards)).isInstanceOf(ProblemException.class);
    }

    private void callBack(String processor, ChargeRequest charge) {
        platform.callbacks.receive(
                processor,
                new CallbackMessage(
                        Map.of("signature", List.of("yes")), charge.key().getBytes(StandardCharsets.US_ASCII)));
    }

    private static TopUp withCharge(TopUp topUp, String key) {
        return new TopUp(
                topUp.number(),
                topUp.id(),
                topUp.person(),
                topUp.namedCard().orElseThrow(),
                "first",
                key,
                topUp.amount(),
                topUp.status(),
                topUp.firstStatus(),
                topUp.reason(),
                topUp.note(),
                topUp.madeAt(),
                topUp.changedAt(),
                topUp.askedUntil(),
                topUp.checks(),
                topUp.checkAt(),
                topUp.bodyDigest(),
                topUp.chargedBack(),
                Optional.empty());
    }
}
