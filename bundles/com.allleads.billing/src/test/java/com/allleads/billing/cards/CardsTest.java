package com.allleads.billing.cards;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.person.PersonId;
import com.allleads.billing.Platform;
import com.allleads.billing.PlayedProcessor;
import com.allleads.billing.cards.AddCardAnswer.Added;
import com.allleads.billing.cards.AddCardAnswer.NoSuchProcessor;
import com.allleads.billing.cards.AddCardAnswer.Rejected;
import com.allleads.billing.cards.AddCardAnswer.Unavailable;
import com.allleads.billing.privacy.CurrentVault;
import com.allleads.billing.privacy.HandOvers;
import com.allleads.billing.processors.Disclosures.Disclosure;
import com.allleads.spi.payment.CardCheck;
import com.allleads.store.testing.StoreRule;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

public class CardsTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private final PersonId person = PersonId.random();
    private final PlayedProcessor processor = new PlayedProcessor("played");
    private Platform platform;

    @Before
    public void start() {
        platform = new Platform(STORE);
        platform.install(processor, "1.0.0");
    }

    @After
    public void stop() {
        platform.close();
    }

    @Test
    public void keepsTheTokenSealedAndShowsBrandAndLastDigits() {
        Card card = ((Added) platform.cards.add(person, "played", "tok_secret")).card();

        assertThat(platform.cards.of(person)).containsExactly(card);
        assertThat(card.brand()).isEqualTo("Visa");
        assertThat(card.last4()).isEqualTo("4242");
        assertThat(platform.cards.token(person, card.id())).contains("tok_secret");
        assertThat(new String(stored(card), StandardCharsets.UTF_8))
                .isEqualTo(person + "|billing.card/" + card.id() + "|tok_secret");
    }

    @Test
    public void storesNothingThatTheProcessorDoesNotKnow() {
        processor.onCheck = token -> new CardCheck.Rejected("Unknown.");
        assertThat(platform.cards.add(person, "played", "tok")).isEqualTo(new Rejected("Unknown."));

        processor.onCheck = token -> new CardCheck.Unavailable("Later.");
        assertThat(platform.cards.add(person, "played", "tok")).isEqualTo(new Unavailable("Later."));

        processor.onCheck = token -> {
            throw new IllegalStateException("broken");
        };
        assertThat(platform.cards.add(person, "played", "tok")).isInstanceOf(Unavailable.class);

        assertThat(platform.cards.of(person)).isEmpty();
    }

    @Test
    public void asksOnlyAProcessorThatTakesPayments() {
        assertThat(platform.cards.add(person, "nobody", "tok")).isInstanceOf(NoSuchProcessor.class);
    }

    @Test
    public void takesNoTokenOfAProcessorThatAddsCardsOnItsOwnPages() {
        PlayedProcessor pages = new PlayedProcessor("pages");
        pages.setupHosts = Set.of("https://pages.example");
        platform.install(pages, "1.0.0");

        assertThat(platform.cards.add(person, "pages", "tok")).isInstanceOf(Rejected.class);
        assertThat(platform.cards.of(person)).isEmpty();
    }

    @Test
    public void handsOverNoCardNumber() {
        assertThat(platform.cards.add(person, "played", "4242 4242 4242 4242")).isInstanceOf(Rejected.class);

        assertThat(platform.disclosures.about(person)).isEmpty();
    }

    @Test
    public void writesDownWhatWentOut() {
        String card = platform.card(person, "played");
        platform.topUp(person, card, "5.00");

        assertThat(platform.disclosures.about(person))
                .extracting(Disclosure::processor)
                .containsOnly("played");
        assertThat(platform.disclosures.about(person).get(0).sent()).containsExactly("CARD_TOKEN");
        assertThat(platform.disclosures.about(person).get(1).sent())
                .containsExactlyInAnyOrder("AMOUNT", "CARD_TOKEN", "REFERENCE");
    }

    @Test
    public void isOneOfThePersonAlone() {
        String card = platform.card(person, "played");
        PersonId other = PersonId.random();

        assertThat(platform.cards.find(other, card)).isEmpty();
        assertThat(platform.cards.token(other, card)).isEmpty();
        assertThat(platform.cards.remove(other, card)).isFalse();
        assertThat(platform.cards.remove(person, card)).isTrue();
        assertThat(platform.cards.of(person)).isEmpty();
    }

    @Test
    public void addsNothingWhileTheVaultIsAway() {
        CurrentVault away = new CurrentVault();
        Cards without = new Cards(
                STORE.jdbi(),
                platform.processors,
                platform.calls,
                platform.disclosures,
                new HandOvers(away),
                away,
                STORE.transactions());

        assertThat(without.add(person, "played", "tok")).isInstanceOf(Unavailable.class);
        assertThat(without.token(person, "any")).isEmpty();
    }

    private static byte[] stored(Card card) {
        return STORE.jdbi().withHandle(handle -> handle.createQuery("SELECT token FROM billing_card WHERE id = :id")
                .bind("id", card.id())
                .mapTo(byte[].class)
                .one());
    }
}
