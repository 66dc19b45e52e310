package com.allleads.billing.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.person.PersonId;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.ProblemException;
import com.allleads.billing.Platform;
import com.allleads.billing.PlayedProcessor;
import com.allleads.billing.ledger.StatementCsv;
import com.allleads.billing.privacy.CurrentVault;
import com.allleads.billing.topups.TopUp;
import com.allleads.portal.testing.Look;
import com.allleads.spi.payment.CardCheck;
import com.allleads.spi.payment.CardSetupOutcome;
import com.allleads.spi.payment.CardSetupStart;
import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.store.testing.StoreRule;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

public class BillingPagesTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private final PersonId ann = PersonId.random();
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
    public void asksForACardBeforeMoney() {
        assertThat(Look.at(balance()).as(ann).html()).contains("To top up you need a card.", "Nothing has moved yet.");
    }

    @Test
    public void topsUpOnceHoweverOftenTheFormIsSent() {
        String card = platform.card(ann, "played");
        String key = UUID.randomUUID().toString();

        String first = topUp(card, "12.50", key).gone().path();
        String second = topUp(card, "12.50", key).gone().path();

        assertThat(first).startsWith("/account/top-up?id=").isEqualTo(second);
        assertThat(processor.charges).hasSize(1);
        assertThat(Look.at(balance()).as(ann).html()).contains("12.50 USD", "Visa ···· 4242", ">done<", "Top-up");
    }

    @Test
    public void saysWhatIsWrongWithAnAmountInTheReadersLanguage() {
        String card = platform.card(ann, "played");

        assertThat(topUp(card, "0.50", "a").refused()).contains("Amount in USD must be at least 1.00.");
        assertThat(topUp(card, "0.50", "b").in("es").refused()).contains("Importe en USD debe ser al menos 1.00.");
        assertThat(topUp(card, "much", "c").in("es").refused()).contains("debe ser un número, como 20 o 12.50");
    }

    @Test
    public void statesWhatTheFilterLeavesAndKeepsItWhileGoingOn() {
        String card = platform.card(ann, "played");
        for (int i = 0; i < 26; i++) {
            platform.topUp(ann, card, "1.00");
        }

        assertThat(Look.at(balance()).as(ann).with("kind", "TOP_UP").html())
                .contains("kind=TOP_UP&amp;cursor=", "<option value=\"TOP_UP\" selected>");
        assertThat(Look.at(balance()).as(ann).with("kind", "CHARGE").html())
                .contains("Nothing of this kind moved on those days.");
        assertThatThrownBy(() ->
                        Look.at(balance()).as(ann).with("from", "yesterday").html())
                .isInstanceOf(ProblemException.class);
    }

    @Test
    public void handsOutTheStatementThatTheFilterLeaves() {
        String card = platform.card(ann, "played");
        for (int i = 0; i < 26; i++) {
            platform.topUp(ann, card, "1.00");
        }
        StatementFilePage file = new StatementFilePage(new StatementCsv(platform.statement));

        assertThat(Look.at(balance()).as(ann).with("kind", "TOP_UP").in("es").html())
                .contains(
                        "action=\"/account/statement\"",
                        "<input type=\"hidden\" name=\"kind\" value=\"TOP_UP\">",
                        "Descargar como archivo");
        assertThat(Look.at(file).as(ann).with("kind", "TOP_UP").file().lines()).hasSize(27);
        assertThat(Look.at(file)
                        .as(ann)
                        .with("kind", "CHARGE")
                        .with("from", "")
                        .file()
                        .lines())
                .hasSize(1);
        assertThat(Look.at(file).as(PersonId.random()).file().lines()).hasSize(1);
        assertThatThrownBy(() -> Look.at(file).as(ann).with("kind", "NONE").file())
                .isInstanceOf(ProblemException.class);
    }

    @Test
    public void looksAgainOnlyWhileAPaymentIsNotKnown() {
        String card = platform.card(ann, "played");
        processor.onCharge = request -> new ChargeOutcome.Pending("later");
        TopUp open = platform.topUp(ann, card, "5.00");
        processor.onCharge = request -> new ChargeOutcome.Declined("The card has expired.");
        TopUp declined = platform.topUp(ann, card, "5.00");

        assertThat(look(open).html())
                .contains("hx-get=\"/account/top-up?id=" + open.id(), "The payment is on its way.");
        assertThat(look(declined).html())
                .contains("The payment was declined.", "<span lang=\"en\">The card has expired.</span>")
                .doesNotContain("hx-get");
        assertThat(look(declined).in("es").html()).contains("El pago fue rechazado.");
    }

    @Test
    public void tellsOnTheStartPageWhatNeedsAttention() {
        BalancePanel panel = new BalancePanel(platform.balances, platform.cards, platform.topUps);
        assertThat(panel.show(asAnn()).model()).containsEntry("hasCard", false);

        String card = platform.card(ann, "played");
        platform.topUp(ann, card, "5.00");
        processor.onCharge = request -> new ChargeOutcome.Pending("later");
        TopUp open = platform.topUp(ann, card, "5.00");

        assertThat(panel.show(asAnn()).model())
                .containsEntry("hasCard", true)
                .extractingByKey("open", InstanceOfAssertFactories.list(ShownTopUp.class))
                .extracting(ShownTopUp::id)
                .containsExactly(open.id());
    }

    private PageRequest asAnn() {
        return Look.at(balance()).as(ann).request();
    }

    @Test
    public void receiptsWhatWasPaidAndNothingElse() {
        String card = platform.card(ann, "played");
        TopUp settled = platform.topUp(ann, card, "5.00");
        processor.onCharge = request -> new ChargeOutcome.Declined("No.");
        TopUp declined = platform.topUp(ann, card, "5.00");
        ReceiptPage receipts = new ReceiptPage(platform.topUps, platform.cards, new CurrentVault(platform.vault));

        assertThat(Look.at(receipts).as(ann).with("id", settled.id()).html())
                .contains("5.00 USD", settled.id(), "Ann &lt;b&gt;Berg&lt;/b&gt;");
        assertThatThrownBy(() ->
                        Look.at(receipts).as(ann).with("id", declined.id()).html())
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Look.at(receipts)
                        .as(PersonId.random())
                        .with("id", settled.id())
                        .html())
                .isInstanceOf(ProblemException.class);
    }

    @Test
    public void addsAndRemovesACard() {
        CardsPage cards = cards();

        assertThat(Look.at(cards)
                        .as(ann)
                        .with("processor", "played")
                        .with("token", "tok")
                        .said())
                .isEqualTo("Visa ···· 4242 is added.");
        String id = platform.cards.of(ann).get(0).id();
        assertThat(Look.at(cards).as(ann).html())
                .contains("Visa ···· 4242", "Played Processing Inc. is another company.");
        assertThat(Look.at(cards).as(ann).in("es").with("remove", id).said())
                .isEqualTo("La tarjeta se ha quitado, y su código con ella.");
    }

    @Test
    public void showsATokenThatWasRefusedNotAgain() {
        processor.onCheck = token -> new CardCheck.Rejected("The processor does not know this token.");

        assertThat(Look.at(cards())
                        .as(ann)
                        .with("processor", "played")
                        .with("token", "tok_secret")
                        .refused())
                .contains("The processor does not know this token.")
                .doesNotContain("tok_secret");
    }

    @Test
    public void letsInTheHostsOfTheFormsAndOfNothingElse() {
        processor.hosts = Set.of("https://js.played.example");
        platform.close();
        platform = new Platform(STORE);
        platform.install(processor, "1.0.0");

        assertThat(Look.at(cards()).as(ann).shown().hosts()).containsExactly("https://js.played.example");
    }

    @Test
    public void leavesForTheProcessorsPageAndLoadsNothingFromThere() {
        addCardsOnPages();

        assertThat(Look.at(cards()).as(ann).html())
                .contains("You leave this site", "Continue to Played Processing Inc.")
                .doesNotContain("name=\"token\"");
        assertThat(Look.at(cards()).as(ann).shown().leavesFor()).containsExactly("https://pages.example");
        assertThat(Look.at(cards()).as(ann).shown().hosts()).isEmpty();
        assertThat(leave()).isInstanceOfSatisfying(PageAnswer.Leave.class, leave -> assertThat(leave.address())
                .hasHost("pages.example"));

        processor.onBegin = request -> new CardSetupStart.Unavailable("Come again later.");
        assertThat(Look.at(cards())
                        .as(ann)
                        .with("processor", "played")
                        .with("leave", "yes")
                        .refused())
                .contains("Come again later.");
    }

    @Test
    public void saysToABrowserWithoutASessionWhatBecameOfTheCardAndNothingOfIt() {
        addCardsOnPages();
        leave();
        Look back = Look.at(new CardReturnPage(platform.cardSetups))
                .with(
                        "setup",
                        processor.setups.get(0).returnAddress().getQuery().substring("setup=".length()));
        assertThat(back.html()).contains("The processor has not told us of a card yet.");
        assertThat(back.in("es").with("back", "yes").html()).contains("Volvió sin añadir una tarjeta.");

        processor.onSetup = reference -> new CardSetupOutcome.Done("tok");
        STORE.jdbi().useHandle(handle -> handle.execute("UPDATE billing_card_setup SET asked_at = 0"));

        assertThat(back.in("en").html())
                .contains("Your card is added.", "asked to sign in", "/account/cards")
                .doesNotContain("4242");
        assertThat(back.as(ann).html()).contains("Your card is added.").doesNotContain("asked to sign in");
        assertThat(platform.cards.of(ann)).hasSize(1);
    }

    @Test
    public void knowsNothingOfAnAddressThatSomebodyMadeUp() {
        for (String made : List.of("", "x", "A".repeat(43))) {
            assertThatThrownBy(() -> Look.at(new CardReturnPage(platform.cardSetups))
                            .with("setup", made)
                            .html())
                    .isInstanceOf(ProblemException.class);
        }
    }

    private void addCardsOnPages() {
        processor.setupHosts = Set.of("https://pages.example");
        platform.close();
        platform = new Platform(STORE);
        platform.install(processor, "1.0.0");
    }

    private PageAnswer leave() {
        return Look.at(cards())
                .as(ann)
                .with("processor", "played")
                .with("leave", "yes")
                .submit();
    }

    private Look topUp(String card, String amount, String key) {
        return Look.at(balance())
                .as(ann)
                .with("card", card)
                .with("amount", amount)
                .with(Form.KEY, key);
    }

    private Look look(TopUp topUp) {
        return Look.at(new TopUpPage(platform.topUps, platform.cards)).as(ann).with("id", topUp.id());
    }

    private BalancePage balance() {
        return new BalancePage(
                platform.balances,
                platform.statement,
                platform.cards,
                platform.topUps,
                platform.settings,
                platform.holds);
    }

    private CardsPage cards() {
        return new CardsPage(platform.cards, platform.cardSetups, platform.processors);
    }
}
