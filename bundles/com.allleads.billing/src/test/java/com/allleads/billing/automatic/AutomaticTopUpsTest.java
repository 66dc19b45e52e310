package com.allleads.billing.automatic;

import static com.allleads.billing.Testing.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.billing.Charge;
import com.allleads.api.person.PersonId;
import com.allleads.api.rest.ProblemException;
import com.allleads.billing.BillingSettings;
import com.allleads.billing.Platform;
import com.allleads.billing.PlayedProcessor;
import com.allleads.billing.Settings;
import com.allleads.billing.pages.AutomaticTopUpPage;
import com.allleads.billing.processors.ProcessorSource;
import com.allleads.billing.topups.TopUpAnswer;
import com.allleads.billing.topups.TopUpStatus;
import com.allleads.portal.testing.Look;
import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.store.testing.StoreRule;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.joda.money.CurrencyUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class AutomaticTopUpsTest {

    @Rule
    public final StoreRule store = new StoreRule("db/changelog.xml");

    private final PersonId person = PersonId.random();
    private final PlayedProcessor processor = new PlayedProcessor("played");
    private Platform platform;
    private ProcessorSource installed;
    private String card;

    @Before
    public void start() {
        platform = new Platform(store);
        installed = platform.install(processor, "1.0.0");
        card = platform.card(person, "played");
        platform.topUp(person, card, "10.00");
    }

    @After
    public void stop() {
        platform.close();
    }

    @Test
    public void topsUpOnceForEachDip() {
        platform.automaticTopUps.set(person, card, usd("5.00"), usd("20.00"));
        platform.automaticTopUps.run();
        assertThat(processor.charges).hasSize(1);

        spend("6.00");
        runAndAwait("24.00");
        platform.automaticTopUps.run();
        spend("22.00");
        runAndAwait("22.00");

        assertThat(processor.charges).hasSize(3);
    }

    @Test
    public void doesNotRepeatWhatFailsAndSaysSo() {
        platform.automaticTopUps.set(person, card, usd("5.00"), usd("20.00"));
        processor.onCharge = request -> new ChargeOutcome.Declined("No.");

        spend("6.00");
        platform.automaticTopUps.run();
        Awaitility.await()
                .atMost(10, TimeUnit.SECONDS)
                .until(() -> platform.topUps
                                .of(person, 1, Optional.empty())
                                .items()
                                .get(0)
                                .status()
                        == TopUpStatus.DECLINED);
        platform.automaticTopUps.run();
        spend("1.00");
        platform.automaticTopUps.run();

        assertThat(processor.charges).hasSize(2);
        platform.notices.sendOwed();
        assertThat(platform.outbox.messages.values())
                .extracting(message -> message.template())
                .contains("payment-not-made");
    }

    @Test
    public void saysWhereNoProcessorTookThePayment() {
        platform.automaticTopUps.set(person, card, usd("5.00"), usd("20.00"));
        platform.processors.leave(installed.service());

        spend("6.00");
        platform.automaticTopUps.run();
        platform.notices.sendOwed();

        assertThat(platform.topUps
                        .of(person, 1, Optional.empty())
                        .items()
                        .get(0)
                        .status())
                .isEqualTo(TopUpStatus.NOT_ATTEMPTED);
        assertThat(platform.outbox.messages.values())
                .extracting(message -> message.template())
                .contains("payment-not-made");
    }

    @Test
    public void takesUpADipThatACrashLeftBehindAndTopsItUpOnce() {
        AutomaticTopUpTable table = new AutomaticTopUpTable(store.jdbi());
        platform.automaticTopUps.set(person, card, usd("5.00"), usd("20.00"));
        spend("6.00");
        table.notice(10);

        runAndAwait("24.00");
        store.jdbi().useHandle(handle -> handle.execute("UPDATE billing_automatic_top_up SET done = 0"));
        platform.automaticTopUps.run();

        assertThat(processor.charges).hasSize(2);
    }

    @Test
    public void refusesWhatCannotBeSet() {
        assertThatThrownBy(() -> platform.automaticTopUps.set(person, "none", usd("5.00"), usd("20.00")))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> platform.automaticTopUps.set(PersonId.random(), card, usd("5.00"), usd("20.00")))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> platform.automaticTopUps.set(person, card, usd("5.00"), usd("0.50")))
                .isInstanceOf(ProblemException.class);
        assertThat(platform.automaticTopUps.find(person)).isEmpty();
    }

    @Test
    public void isSetAndEndedOnItsPage() {
        AutomaticTopUpPage page = new AutomaticTopUpPage(platform.automaticTopUps, platform.cards, platform.settings);

        assertThat(Look.at(page)
                        .as(person)
                        .with("card", card)
                        .with("threshold", "x")
                        .with("amount", "20")
                        .in("es")
                        .refused())
                .isNotEmpty();
        Look.at(page)
                .as(person)
                .with("card", card)
                .with("threshold", "5.00")
                .with("amount", "20")
                .said();
        assertThat(platform.automaticTopUps.find(person).orElseThrow().amount()).isEqualTo(usd("20.00"));
        assertThat(Look.at(page).as(person).in("es").html()).contains("Recarga automática", "Terminar");
        Look.at(page).as(person).with("end", "yes").said();
        assertThat(platform.automaticTopUps.find(person)).isEmpty();
    }

    @Test
    public void letsNobodyTopUpMoreThanTheDaysLimit() {
        Settings limited = new Settings(
                CurrencyUnit.USD,
                usd("1.00"),
                usd("1000000.00"),
                Optional.of(usd("50.00")),
                Platform.WAIT,
                64,
                Optional.empty());
        try (Platform bounded = new Platform(store, new BillingSettings(store.jdbi(), limited))) {
            bounded.install(processor, "1.0.0");
            bounded.topUp(person, card, "40.00");
            assertThat(bounded.answer(person, card, "10.01", Platform.key()))
                    .isInstanceOf(TopUpAnswer.WrongAmount.class);
            processor.onCharge = request -> new ChargeOutcome.Declined("No.");
            bounded.topUp(person, card, "10.00");
            processor.onCharge = request -> new ChargeOutcome.Settled("ok");
            bounded.topUp(person, card, "10.00");
            assertThat(bounded.answer(person, card, "1.00", Platform.key()))
                    .isInstanceOf(TopUpAnswer.WrongAmount.class);
        }
    }

    private void spend(String amount) {
        platform.balances.charge(new Charge("order-" + UUID.randomUUID(), person, usd(amount), "Order", Map.of()));
    }

    private void runAndAwait(String balance) {
        platform.automaticTopUps.run();
        Awaitility.await().atMost(10, TimeUnit.SECONDS).until(() -> platform.available(person)
                .equals(usd(balance)));
    }
}
