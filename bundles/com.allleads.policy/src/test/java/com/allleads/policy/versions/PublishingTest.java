package com.allleads.policy.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.consent.CollectionPoint.AskedField;
import com.allleads.api.consent.LegalBasis;
import com.allleads.api.consent.Purpose;
import com.allleads.api.policy.OutsideParties.InstalledParty;
import com.allleads.api.policy.RetentionSource.Kept;
import com.allleads.api.rest.ProblemException;
import com.allleads.policy.PolicyHouse;
import com.allleads.policy.diff.ListChange;
import com.allleads.policy.diff.PolicyDiff;
import com.allleads.policy.diff.WordDiff.Change;
import com.allleads.policy.diff.WordDiff.Run;
import com.allleads.policy.versions.PolicyContent.Section;
import com.allleads.policy.versions.PolicyContent.Words;
import com.allleads.spi.party.PartyDeclaration;
import com.allleads.spi.party.PartyField;
import com.allleads.spi.party.PartyUse;
import com.allleads.store.testing.StoreRule;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public final class PublishingTest {

    @Rule
    public final StoreRule store = new StoreRule("db/changelog.xml");

    private PolicyHouse house;

    @Before
    public void house() {
        house = new PolicyHouse(store);
    }

    @Test
    public void beginsWithTheWordsOfThePlatformInBothLanguages() {
        PolicyVersion first = house.publish("The first one.");

        assertThat(first.number()).isEqualTo(1);
        assertThat(first.content().sections())
                .allSatisfy(section -> assertThat(section.words()).containsOnlyKeys("en", "es"));
    }

    @Test
    public void keepsEveryVersionAsItWasPublished() {
        PolicyVersion first = house.publish("The first one.");
        house.fields.add(new AskedField("phone", "To call you.", false));
        PolicyVersion second = house.publish("We call people now.");

        Versions another = new Versions(store.jdbi());
        assertThat(another.all()).containsExactly(first, second);
        assertThat(another.inForce()).isEqualTo(2);
    }

    @Test
    public void publishesNothingWhereNothingChanged() {
        house.publish("The first one.");

        assertThatThrownBy(() -> house.publish("Once more.")).isInstanceOf(ProblemException.class);
        assertThat(house.versions.inForce()).isEqualTo(1);
    }

    @Test
    public void asksForAReasonAndForWordsInBothLanguages() {
        List<Section> english = List.of(new Section("about", Map.of("en", new Words("About", "Us."))));

        assertThatThrownBy(() -> house.publishing.publish(english, " ", "operator"))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(
                                refused.problem().errors())
                        .extracting("field")
                        .containsExactly("reason", "about.es.title", "about.es.text"));
    }

    @Test
    public void showsOperatorsWhatIsInstalledAndNotPublished() {
        house.publish("The first one.");
        assertThat(house.publishing.drift().isEmpty()).isTrue();

        house.parties.add(new InstalledParty("card processor", bank(PartyField.CARD_TOKEN)));

        assertThat(sentences(house.publishing.drift()))
                .containsExactly("Bank, Inc. (card processor) now receives: a token that stands for your card."
                        + " What it keeps: Nothing.");
    }

    @Test
    public void saysInPlainWordsWhatChangedInTheLists() {
        house.parties.add(new InstalledParty("card processor", bank(PartyField.CARD_TOKEN)));
        house.fields.add(new AskedField("phone", "To call you.", false));
        house.installed.retention = List.of(() -> List.of(new Kept("Sessions", "A day.")));
        house.publish("The first one.");

        house.parties.clear();
        house.parties.add(new InstalledParty("card processor", bank(PartyField.CARD_TOKEN, PartyField.EMAIL)));
        house.fields.clear();
        house.fields.add(new AskedField("email", "To sell you things.", true));
        house.installed.retention = List.of(() -> List.of(new Kept("Sessions", "A week.")));
        house.declare(new Purpose("news", "News", "You may call me.", LegalBasis.CHOICE).reading("email", "phone"));
        house.declare(new Purpose("tailoring", "Tailoring", "You may guess.", LegalBasis.CHOICE));

        assertThat(sentences(house.publishing.preview(house.publishing.words())))
                .containsExactly(
                        "Bank, Inc. now also receives: email address.",
                        "What is said about the use for “News” was “You may send me news.” and is now “You may call"
                                + " me.” It does not go on for you before you accepted this.",
                        "For “News” we now also read: telephone number.",
                        "Your data may now also be used for “Tailoring”, and not before you accepted this: You may"
                                + " guess.",
                        "At “Registration” we said about email address “To write to you.” and now say “To sell you"
                                + " things.”",
                        "At “Registration” we do not ask any more for: telephone number.",
                        "How long is kept “Sessions”: it was “A day.” and is now “A week.”");
    }

    @Test
    public void saysItInSpanishToo() {
        house.publish("The first one.");
        house.parties.add(new InstalledParty("card processor", bank(PartyField.CARD_TOKEN)));

        assertThat(house.publishing.drift().lists())
                .extracting(change -> change.sentence("es"))
                .containsExactly("Bank, Inc. (card processor) recibe desde ahora: una ficha que representa su tarjeta."
                        + " Lo que conserva: Nothing.");
    }

    @Test
    public void comparesChangedSectionsWordByWord() {
        house.publish("The first one.");
        List<Section> words = List.of(section("about", "We keep it for a year."));
        house.publishing.publish(words, "Shorter.", "operator");

        PolicyDiff diff = house.publishing.preview(
                List.of(section("about", "We keep it for two years."), section("new", "And more.")));

        assertThat(diff.sections()).extracting("change").containsExactly(Change.CHANGED, Change.NEW);
        assertThat(diff.sections().get(0).runs("en"))
                .containsExactly(
                        new Run(Change.SAME, "We keep it for "),
                        new Run(Change.GONE, "a year."),
                        new Run(Change.NEW, "two years."));
    }

    private static Section section(String id, String text) {
        Words words = new Words("Title", text);
        return new Section(id, Map.of("en", words, "es", words));
    }

    private static List<String> sentences(PolicyDiff diff) {
        return diff.lists().stream()
                .map((ListChange change) -> change.sentence("en"))
                .toList();
    }

    private static PartyDeclaration bank(PartyField... receives) {
        return new PartyDeclaration(
                "bank",
                "Bank, Inc.",
                true,
                Set.of(receives),
                "Nothing.",
                Set.of(PartyUse.CARRY_OUT),
                URI.create("https://bank.example/privacy"),
                List.of());
    }
}
