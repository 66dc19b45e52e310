package com.allleads.consent.pages;

import static com.allleads.consent.ConsentHouse.NEWS;
import static com.allleads.consent.ConsentHouse.OFFERS;
import static com.allleads.consent.ConsentHouse.act;
import static com.allleads.consent.ConsentHouse.digest;
import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.consent.Choice;
import com.allleads.api.consent.Occasion;
import com.allleads.api.person.PersonId;
import com.allleads.api.portal.PageAnswer.GoTo;
import com.allleads.api.portal.PageAnswer.Show;
import com.allleads.api.proof.Signer.Signed;
import com.allleads.consent.ConsentHouse;
import com.allleads.portal.testing.Look;
import com.allleads.store.testing.StoreRule;
import java.util.List;
import org.junit.ClassRule;
import org.junit.Test;

public final class ChoicesPageTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private final ConsentHouse house = new ConsentHouse(STORE, (type, statement) -> new Signed(statement, type));
    private final ChoicesPage page = new ChoicesPage(
            house.consent,
            house.purposes,
            new StandingChoices(house.purposes, house.decisions),
            house.secondStep,
            house.sightings);
    private final ConfirmationPage confirmation = new ConfirmationPage(house.consent, house.purposes, house.decisions);
    private final PersonId ann = PersonId.random();

    @Test
    public void offersAYesAndANoAlikeWhereNothingWasDecided() {
        String html = Look.at(page).as(ann).html();

        assertThat(html)
                .contains(NEWS.text(), "you did not decide yet")
                .contains("<button type=\"submit\" class=\"secondary\">Say yes</button>")
                .contains("<button type=\"submit\" class=\"secondary\">Say no</button>");
    }

    @Test
    public void recordsWhatThePersonSaidAboutTheTextTheySaw() {
        GoTo gone = decide("true", digest(NEWS)).gone();

        assertThat(gone.path()).isEqualTo("/account/choices");
        assertThat(gone.notice().orElseThrow().key()).isEqualTo("choices.said.yes");
        assertThat(house.consent.allows(ann, "news")).isTrue();

        decide("false", digest(NEWS)).gone();
        assertThat(house.consent.allows(ann, "news")).isFalse();
    }

    @Test
    public void leadsToTheReceipt() {
        decide("true", digest(NEWS)).gone();

        String receipt = house.consent.choices(ann).stream()
                .filter(Choice::granted)
                .findFirst()
                .flatMap(Choice::receipt)
                .orElseThrow();
        assertThat(Look.at(page).as(ann).html()).contains("href=\"/account/receipt?id=" + receipt + "\"");
    }

    @Test
    public void recordsNothingAboutATextThatWasChangedMeanwhile() {
        assertThat(decide("true", "sha-256:00").refused()).contains("read it again and decide once more");

        assertThat(house.consent.allows(ann, "news")).isFalse();
    }

    @Test
    public void takesOnlyAnUnmistakableYesForAYes() {
        decide("1", digest(NEWS)).gone();

        assertThat(house.consent.allows(ann, "news")).isFalse();
    }

    @Test
    public void asksOnceMoreForAYesAfterANo() {
        decide("false", digest(NEWS)).gone();

        assertThat(decide("true", digest(NEWS)).gone().path()).isEqualTo("/account/choices/confirmation?purpose=news");
        assertThat(house.consent.allows(ann, "news")).isFalse();
        assertThat(Look.at(confirmation).as(ann).with("purpose", "news").html())
                .contains("You said no to this", NEWS.text(), digest(NEWS));

        Look.at(confirmation)
                .as(ann)
                .with("purpose", "news")
                .with("textDigest", digest(NEWS))
                .gone();
        assertThat(house.consent.allows(ann, "news")).isTrue();
    }

    @Test
    public void asksOnceMoreAboutATextThatWasChangedWhileItWasConfirmed() {
        decide("false", digest(NEWS)).gone();

        Show shown = (Show) Look.at(confirmation)
                .as(ann)
                .with("purpose", "news")
                .with("textDigest", "sha-256:00")
                .submit();

        assertThat(shown.template()).isEqualTo("confirmation.ftl");
        assertThat(house.consent.allows(ann, "news")).isFalse();
    }

    @Test
    public void showsWhereTheSignalOfABrowserTookBackAYes() {
        house.declare(4, OFFERS);
        house.consent.record(ann, Occasion.at(Occasion.CHOICES, "en"), List.of(act(OFFERS, true)));
        assertThat(Look.at(page).as(ann).html()).doesNotContain("Your browser and you differ");

        house.consent.signalled(ann);

        assertThat(Look.at(page).as(ann).html())
                .contains("Your browser and you differ", "Signalled by your browser", "Opt-out signal on record");
        assertThat(house.consent.allows(ann, "offers")).isFalse();
    }

    private Look decide(String granted, String digest) {
        return Look.at(page)
                .as(ann)
                .with("purpose", "news")
                .with("granted", granted)
                .with("textDigest", digest);
    }
}
