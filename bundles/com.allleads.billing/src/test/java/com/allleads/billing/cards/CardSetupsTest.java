package com.allleads.billing.cards;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.person.PersonId;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.api.vault.Reveal;
import com.allleads.billing.Platform;
import com.allleads.billing.PlayedProcessor;
import com.allleads.billing.cards.BeginCardSetupAnswer.Begun;
import com.allleads.billing.cards.BeginCardSetupAnswer.KeyReused;
import com.allleads.billing.cards.BeginCardSetupAnswer.NoSuchProcessor;
import com.allleads.billing.cards.BeginCardSetupAnswer.TooMany;
import com.allleads.billing.cards.BeginCardSetupAnswer.Unavailable;
import com.allleads.billing.processors.Disclosures.Disclosure;
import com.allleads.billing.processors.Disclosures.Occasion;
import com.allleads.spi.payment.CardCheck;
import com.allleads.spi.payment.CardSetupOutcome;
import com.allleads.spi.payment.CardSetupStart;
import com.allleads.store.testing.StoreRule;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

public class CardSetupsTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private final PersonId person = PersonId.random();
    private final PlayedProcessor processor = new PlayedProcessor("played");
    private Platform platform;

    @Before
    public void start() {
        processor.setupHosts = Set.of("https://pages.example");
        platform = new Platform(STORE);
        platform.install(processor, "1.0.0");
    }

    @After
    public void stop() {
        platform.close();
    }

    @Test
    public void sendsThePersonToTheProcessorAndStoresTheCardOnceItSaysSo() {
        Begun begun = begin();

        assertThat(begun.address().toString()).startsWith("https://pages.example/");
        assertThat(found(begun).status()).isEqualTo(CardSetupStatus.OPEN);
        assertThat(platform.cards.of(person)).isEmpty();

        processor.onSetup = reference -> new CardSetupOutcome.Done("tok_of_" + reference);
        moment();
        CardSetup done = found(begun);

        assertThat(done.status()).isEqualTo(CardSetupStatus.DONE);
        Card card = platform.cards.of(person).get(0);
        assertThat(done.card()).contains(card.id());
        assertThat(platform.cards.token(person, card.id()))
                .contains("tok_of_" + done.reference().orElseThrow());
    }

    @Test
    public void answersARepeatedRequestAsTheFirstOne() {
        IdempotencyKey key = Platform.key();
        Begun first = (Begun) platform.cardSetups.begin(person, "played", key);
        processor.onSetup = reference -> new CardSetupOutcome.Done("tok");
        found(first);

        Begun again = (Begun) platform.cardSetups.begin(person, "played", key);

        assertThat(again.setup().id()).isEqualTo(first.setup().id());
        assertThat(again.address()).isEqualTo(first.address());
        assertThat(processor.setups).hasSize(1);
        assertThat(platform.cardSetups.begin(person, "played", new IdempotencyKey(key.key(), "e".repeat(64))))
                .isInstanceOf(KeyReused.class);
    }

    @Test
    public void beginsAnewUnderTheSameKeyWhereTheProcessorCouldNot() {
        IdempotencyKey key = Platform.key();
        processor.onBegin = request -> new CardSetupStart.Unavailable("Later.");
        assertThat(platform.cardSetups.begin(person, "played", key)).isEqualTo(new Unavailable("Later."));
        assertThat(platform.cardSetups.of(person)).isEmpty();

        processor.onBegin = request ->
                new CardSetupStart.Redirect("setup-" + request.key(), URI.create("https://pages.example/later"));

        assertThat(platform.cardSetups.begin(person, "played", key)).isInstanceOf(Begun.class);
    }

    @Test
    public void sendsNobodyToWhereTheProcessorDidNotDeclare() {
        for (String elsewhere : List.of(
                "https://elsewhere.example/x",
                "http://pages.example/x",
                "https://pages.example:444/x",
                "https://you@pages.example/x")) {
            processor.onBegin = request -> new CardSetupStart.Redirect("r", URI.create(elsewhere));

            assertThat(platform.cardSetups.begin(person, "played", Platform.key()))
                    .as(elsewhere)
                    .isInstanceOf(Unavailable.class);
        }
    }

    @Test
    public void finishesForABrowserThatComesBackWithoutASession() {
        begin();
        URI back = processor.setups.get(0).returnAddress();
        assertThat(back.toString())
                .matches("http://127\\.0\\.0\\.1:8181/cards/return\\?setup=[A-Za-z0-9_-]{43}")
                .doesNotContain(person.toString());
        processor.onSetup = reference -> new CardSetupOutcome.Done("tok");

        CardSetup done = platform.cardSetups.returned(returnId(back)).orElseThrow();

        assertThat(done.status()).isEqualTo(CardSetupStatus.DONE);
        assertThat(platform.cards.of(person)).hasSize(1);
        assertThat(platform.cardSetups.returned(done.id())).isEmpty();
        assertThat(platform.cardSetups.find(person, returnId(back))).isEmpty();
    }

    @Test
    public void storesTheCardOnceHoweverManyComeAtOnce() throws Exception {
        Begun begun = begin();
        CyclicBarrier together = new CyclicBarrier(2);
        processor.onSetup = reference -> {
            meet(together);
            return new CardSetupOutcome.Done("tok");
        };
        Platform other = new Platform(STORE);
        other.install(processor, "1.0.0");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            makeDue(begun);
            List<Future<?>> both = new ArrayList<>();
            both.add(threads.submit(() -> platform.cardSetups.reconcile("played")));
            both.add(threads.submit(
                    () -> other.cardSetups.find(person, begun.setup().id())));
            for (Future<?> each : both) {
                each.get();
            }
            Awaitility.await()
                    .atMost(10, TimeUnit.SECONDS)
                    .until(() -> !platform.cardSetups.of(person).get(0).isOpen());
        } finally {
            threads.shutdown();
            other.close();
        }

        assertThat(platform.cards.of(person)).hasSize(1);
    }

    @Test
    public void losesNoCardToAClosedBrowser() {
        Begun begun = begin();
        processor.onSetup = reference -> new CardSetupOutcome.Done("tok");
        platform.cardSetups.reconcile("played");
        assertThat(platform.cards.of(person)).as("not due yet").isEmpty();

        makeDue(begun);
        platform.cardSetups.reconcile("played");

        Awaitility.await()
                .atMost(10, TimeUnit.SECONDS)
                .until(() -> platform.cards.of(person).size() == 1);
    }

    @Test
    public void asksLessAndLessOften() {
        Begun begun = begin();
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Instant before = Instant.now();
            makeDue(begun);
            platform.cardSetups.reconcile("played");
            Instant next = platform.cardSetups.of(person).get(0).checkAt().orElseThrow();
            pauses.add(Duration.between(before, next).plusMillis(500).toSeconds());
        }

        assertThat(pauses.subList(0, 4)).containsExactly(15L, 30L, 60L, 120L);
        assertThat(pauses.get(9)).isEqualTo(1800L);
    }

    @Test
    public void endsWhatTheProcessorEndedAndWhatNobodyFinishedWithinADay() {
        Begun ended = begin();
        processor.onSetup = reference -> new CardSetupOutcome.Ended("The page is closed.");
        assertThat(found(ended).reason()).contains("The page is closed.");

        processor.onSetup = reference -> new CardSetupOutcome.Open();
        Begun late = begin();
        Begun early = begin();
        STORE.jdbi().useHandle(handle -> handle.createUpdate(
                        "UPDATE billing_card_setup SET made_at = made_at - 90001000 WHERE id = :id")
                .bind("id", late.setup().id())
                .execute());
        platform.cardSetups.expire();

        assertThat(found(late).status()).isEqualTo(CardSetupStatus.ENDED);
        assertThat(found(early).status()).isEqualTo(CardSetupStatus.OPEN);
    }

    @Test
    public void endsWithoutACardWhereTheProcessorDoesNotKnowItsOwnToken() {
        Begun begun = begin();
        processor.onSetup = reference -> new CardSetupOutcome.Done("tok");
        processor.onCheck = token -> new CardCheck.Rejected("Unknown.");

        assertThat(found(begun).reason()).contains("Unknown.");
        assertThat(platform.cards.of(person)).isEmpty();
    }

    @Test
    public void triesAgainWhereTheCardCannotBeStoredNow() {
        Begun begun = begin();
        processor.onSetup = reference -> new CardSetupOutcome.Done("tok");
        processor.onCheck = token -> new CardCheck.Unavailable("Later.");
        assertThat(found(begun).status()).isEqualTo(CardSetupStatus.OPEN);

        processor.onCheck = token -> new CardCheck.Accepted("Visa", "4242");
        moment();

        assertThat(found(begun).status()).isEqualTo(CardSetupStatus.DONE);
    }

    @Test
    public void storesNoCardOfSomebodyWhoseDataMayNotBeUsed() {
        Begun begun = begin();
        processor.onSetup = reference -> new CardSetupOutcome.Done("tok");
        platform.vault.refuse(Reveal.Reason.PERSON_UNKNOWN);

        assertThat(found(begun).status()).isEqualTo(CardSetupStatus.OPEN);
        assertThat(platform.cards.of(person)).isEmpty();
        assertThat(platform.cardSetups.begin(person, "played", Platform.key())).isInstanceOf(Unavailable.class);
    }

    @Test
    public void isOneOfThePersonAlone() {
        Begun begun = begin();

        assertThat(platform.cardSetups.find(PersonId.random(), begun.setup().id()))
                .isEmpty();
    }

    @Test
    public void beginsOnlyWhereCardsAreAddedOnPages() {
        platform.install(new PlayedProcessor("tokens"), "1.0.0");

        assertThat(platform.cardSetups.begin(person, "tokens", Platform.key())).isInstanceOf(NoSuchProcessor.class);
        assertThat(platform.cardSetups.begin(person, "nobody", Platform.key())).isInstanceOf(NoSuchProcessor.class);
    }

    @Test
    public void keepsOnlySoManyOpenAtOnce() {
        for (int i = 0; i < 10; i++) {
            begin();
        }

        assertThat(platform.cardSetups.begin(person, "played", Platform.key())).isInstanceOf(TooMany.class);
    }

    @Test
    public void writesDownWhatWentOutAndKeepsTheAddressSealed() {
        Begun begun = begin();
        processor.onSetup = reference -> new CardSetupOutcome.Done("tok");
        found(begun);

        assertThat(platform.disclosures.about(person))
                .extracting(Disclosure::occasion)
                .containsExactly(Occasion.CARD_SETUP, Occasion.CARD_CHECK);
        assertThat(platform.disclosures.about(person).get(0).sent()).containsExactly("REFERENCE");
        byte[] kept = STORE.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT address FROM billing_card_setup WHERE id = :id")
                        .bind("id", begun.setup().id())
                        .mapTo(byte[].class)
                        .one());
        assertThat(new String(kept, StandardCharsets.UTF_8))
                .isEqualTo(person + "|billing.card-setup/" + begun.setup().id() + "|" + begun.address());
        assertThat(begun.toString())
                .doesNotContain(begun.address().toString())
                .doesNotContain(begun.setup().returnId());
    }

    private Begun begin() {
        return (Begun) platform.cardSetups.begin(person, "played", Platform.key());
    }

    private CardSetup found(Begun begun) {
        return platform.cardSetups.find(person, begun.setup().id()).orElseThrow();
    }

    /** Whoever asked a moment ago may ask again. */
    private static void moment() {
        STORE.jdbi().useHandle(handle -> handle.execute("UPDATE billing_card_setup SET asked_at = 0"));
    }

    private static void makeDue(Begun begun) {
        STORE.jdbi()
                .useHandle(handle -> handle.createUpdate("UPDATE billing_card_setup SET check_at = :now WHERE id = :id")
                        .bind("now", Instant.now().toEpochMilli())
                        .bind("id", begun.setup().id())
                        .execute());
    }

    private static String returnId(URI back) {
        return back.getQuery().substring("setup=".length());
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await(400, TimeUnit.MILLISECONDS);
        } catch (Exception alone) {
            together.reset();
        }
    }
}
