package com.allleads.vault.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.portal.PageAnswer.Show;
import com.allleads.api.proof.Signer.Signed;
import com.allleads.api.registration.Accounts;
import com.allleads.api.rest.ProblemException;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.PersonalRecords;
import com.allleads.api.vault.Recipient;
import com.allleads.portal.testing.Look;
import com.allleads.vault.VaultHouse;
import com.allleads.vault.retention.Retention;
import com.allleads.vault.retention.StatedRetention;
import com.allleads.vault.rights.OwnData;
import com.allleads.vault.rights.OwnErasure;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TestRule;

public final class VaultPagesTest {

    private static final VaultHouse HOUSE = new VaultHouse();

    @ClassRule
    public static final TestRule RULE = HOUSE.rule();

    private final PersonId ann = HOUSE.enrol("Ann <b>Berg</b>", PersonId.random() + "@mail.example");

    private static StatedRetention stated() {
        return new StatedRetention(HOUSE.consent, new Retention(Duration.ofDays(30)));
    }

    private final UsesPage uses = new UsesPage(HOUSE.history, HOUSE.consent);
    private final ErasurePage erasure = new ErasurePage(new OwnErasure(
            HOUSE.vault,
            new OnePassword(),
            (type, statement) -> new Signed(statement, "the.signed." + type),
            HOUSE.requests));

    @Test
    public void showsAllThatIsHeldWhateverItsKind() {
        OwnData ownData = new OwnData(HOUSE.vault, HOUSE.values, HOUSE.requests, Set::of);
        ownData.add(records(Map.of(
                "balance", Money.parse("USD 12.50"),
                "since", Instant.parse("2026-01-02T03:04:05Z"),
                "cards", List.of(Map.of("last4", "4242")),
                "active", true,
                "orders", 3)));

        assertThat(Look.at(new DataPage(ownData, HOUSE.corrections, stated()))
                        .as(ann)
                        .html())
                .contains("Ann &lt;b&gt;Berg&lt;/b&gt;")
                .contains("12.50 USD", "2 Jan 2026, 03:04 UTC", "4242", "yes", "Orders");
    }

    @Test
    public void saysHowLongEachFieldIsKept() {
        OwnData ownData = new OwnData(HOUSE.vault, HOUSE.values, HOUSE.requests, Set::of);

        assertThat(Look.at(new DataPage(ownData, HOUSE.corrections, stated()))
                        .as(ann)
                        .html())
                .contains("while your account is open, and 30 days after you deactivate it");
    }

    @Test
    public void tellsInWordsWhoUsedWhatForWhat() {
        HOUSE.vault.reveal(ann, Set.of(Field.EMAIL), Purpose.ACCOUNT, Recipient.platform("notification"));
        HOUSE.vault.reveal(ann, Set.of(Field.NAME), Purpose.RIGHTS, Recipient.THE_PERSON);
        HOUSE.vault.reveal(
                ann, Set.of(Field.NAME), Purpose.ACCOUNT, new Recipient(Recipient.Kind.OPERATOR, "operator"));

        assertThat(Look.at(uses).as(ann).html())
                .contains("The site itself (notification)", "Your account", "To run your account.")
                .contains(">You<", "An operator of the site (operator)");
    }

    @Test
    public void turnsThePageByCursor() {
        for (int i = 0; i < 60; i++) {
            HOUSE.vault.reveal(ann, Set.of(Field.EMAIL), Purpose.ACCOUNT, Recipient.platform("notification"));
        }

        String first = Look.at(uses).as(ann).html();
        String cursor = first.split("cursor=", -1)[1].split("\"", 2)[0];

        assertThat(Look.at(uses).as(ann).with("cursor", cursor).html())
                .contains("notification")
                .doesNotContain("cursor=");
        ProblemException bad = catchThrowableOfType(
                ProblemException.class,
                () -> Look.at(uses).as(ann).with("cursor", "x").html());
        assertThat(bad.problem().status()).isEqualTo(422);
    }

    @Test
    public void erasesOnThePasswordAloneAndShowsTheCertificate() {
        assertThat(Look.at(erasure).as(ann).with("password", "wrong").refused())
                .contains("is not the password of this account")
                .doesNotContain("value=\"wrong\"");
        assertThat(HOUSE.keys.find(ann)).isPresent();

        Show shown = (Show) Look.at(erasure).as(ann).with("password", "correct").submit();

        assertThat(shown.template()).isEqualTo("erased.ftl");
        assertThat(shown.model()).containsEntry("jws", "the.signed.erasure-certificate");
        assertThat(HOUSE.keys.find(ann)).isEmpty();
    }

    private static PersonalRecords records(Map<String, Object> held) {
        return new PersonalRecords() {
            @Override
            public String capability() {
                return "billing";
            }

            @Override
            public Map<String, Object> heldAbout(PersonId person) {
                return held;
            }
        };
    }

    private static final class OnePassword implements Accounts {

        @Override
        public Optional<Status> status(PersonId person) {
            return Optional.of(Status.ACTIVE);
        }

        @Override
        public Set<PersonId> registered(Collection<PersonId> people) {
            return Set.copyOf(people);
        }

        @Override
        public Set<PersonId> deactivated(Collection<PersonId> people) {
            return Set.of();
        }

        @Override
        public String language(PersonId person) {
            return "en";
        }

        @Override
        public boolean passwordMatches(PersonId person, String password) {
            return password.equals("correct");
        }
    }
}
