package com.allleads.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.person.PersonId;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer.GoTo;
import com.allleads.api.portal.PageAnswer.SessionChange.Begin;
import com.allleads.api.portal.PageAnswer.SessionChange.End;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.registration.Accounts.Status;
import com.allleads.api.registration.Device;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.ProblemException;
import com.allleads.portal.testing.Look;
import com.allleads.registration.operators.TestOperators;
import com.allleads.registration.pages.AccountPage;
import com.allleads.registration.pages.ContactPage;
import com.allleads.registration.pages.DeactivationPage;
import com.allleads.registration.pages.DevicesPage;
import com.allleads.registration.pages.LooksPage;
import com.allleads.registration.pages.RegisterPage;
import com.allleads.registration.pages.SignInPage;
import com.allleads.registration.pages.SignOutPage;
import com.allleads.registration.pages.TryLimits;
import com.allleads.registration.pages.VerifyPage;
import com.allleads.registration.pages.operator.AccountsPanel;
import com.allleads.registration.pages.operator.OperatorsPage;
import com.allleads.registration.pages.operator.PeoplePage;
import com.allleads.registration.pages.operator.PersonPage;
import com.allleads.registration.sessions.Devices;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TestRule;

/** The pages of accounts, as a browser shows them and sends their forms. */
public class RegistrationPagesTest {

    private final RegistrationHouse house = new RegistrationHouse();

    @Rule
    public final TestRule standing = house.standing();

    private final String email = RegistrationHouse.newEmail();
    private final TryLimits limits = new TryLimits();
    private Looks looks;
    private PeopleSearch people;

    @Before
    public void open() {
        looks = new Looks(house.store.jdbi(), house.vault);
        people = new PeopleSearch(house.vault, house.accounts, house.sessions, looks);
    }

    @Test
    public void registersWhoFillsTheFormInAndTicksNothing() {
        GoTo gone = filledIn().gone();

        PersonId person = house.vault.findByEmail(email).orElseThrow();
        assertThat(gone.path()).isEqualTo("/verify?id=" + person);
        assertThat(house.known.status(person)).hasValue(Status.UNVERIFIED);
        assertThat(house.consent.recorded(person)).isEmpty();
    }

    @Test
    public void recordsATickedBoxWithTheTextThatWasShown() {
        filledIn()
                .with("choice.news", "yes")
                .with("digest.news", "sha-256:news")
                .gone();

        assertThat(house.consent.recorded(house.vault.findByEmail(email).orElseThrow()))
                .singleElement()
                .satisfies(act -> assertThat(act.granted()).isTrue());
    }

    @Test
    public void saysWhatEachFieldIsForAndTicksNothing() {
        String html = Look.at(register()).html();

        assertThat(html)
                .contains("To sign in, and to send you what concerns your account.", "We write to you with news.")
                .doesNotContain("&lt;span")
                .doesNotContainPattern("type=\"checkbox\"[^>]* checked");
    }

    @Test
    public void namesEveryFieldThatCannotBeAcceptedAndForgetsThePassword() {
        String html = Look.at(register())
                .with("email", "nobody")
                .with("password", "short")
                .refused();

        assertThat(html)
                .contains("Email must be an email address", "Password must be 8 to 128 characters", "Name is required")
                .contains("value=\"nobody\"")
                .doesNotContain("short\"");
        assertThat(Look.at(register()).with("email", "nobody").in("es").refused())
                .contains("Correo electrónico debe ser una dirección de correo");
    }

    @Test
    public void writesToPeopleInTheLanguageOfThePageThatTheyRegisteredOn() {
        filledIn().in("es").gone();

        PersonId person = house.vault.findByEmail(email).orElseThrow();
        assertThat(house.outbox.to(person).get(0).values()).containsEntry("language", "es");
    }

    @Test
    public void activatesWhoEntersThePin() {
        PersonId person = house.registered(email);
        Page page = new VerifyPage(house.registration, limits);

        assertThat(Look.at(page)
                        .with("id", person.toString())
                        .with("pin", "000000 ")
                        .refused())
                .contains("PIN is wrong, used, expired or locked");
        GoTo gone = Look.at(page)
                .with("id", person.toString())
                .with("pin", house.outbox.pin(person, "welcome"))
                .gone();

        assertThat(gone.path()).isEqualTo("/sign-in");
        assertThat(house.known.status(person)).hasValue(Status.ACTIVE);
    }

    @Test
    public void tellsWhoComesWithoutARegistrationHowToGetHere() {
        assertThat(Look.at(new VerifyPage(house.registration, limits)).html()).contains("sign in with your email");
    }

    @Test
    public void signsInUntilTheBrowserIsClosedUnlessAskedForMore() {
        house.verified(email);

        Begin closed = (Begin) credentials().gone().session();
        Begin kept = (Begin) credentials().with("remember", "yes").gone().session();

        assertThat(closed.keepUntil()).isEmpty();
        assertThat(kept.keepUntil()).isPresent();
        assertThat(house.sessions.find(kept.token())).isPresent();
    }

    @Test
    public void goesNowhereOutsideTheAccountAfterSignIn() {
        house.verified(email);

        for (String to :
                List.of("https://elsewhere.example", "//elsewhere.example", "/operator", "/account/../operator")) {
            assertThat(credentials().with("to", to).gone().path()).as(to).isEqualTo("/account");
        }
        assertThat(credentials().with("to", "/account/cards?x=1").gone().path()).isEqualTo("/account/cards?x=1");
    }

    @Test
    public void refusesAWrongPasswordWithoutSayingWhy() {
        house.verified(email);

        String wrong =
                Look.at(signIn()).with("email", email).with("password", "wrong").refused();
        String unknown = Look.at(signIn())
                .with("email", email)
                .with("password", "wrong")
                .in("es")
                .refused();

        assertThat(wrong)
                .contains("Email and password do not match an account.")
                .doesNotContain("value=\"wrong\"");
        assertThat(unknown).contains("El correo y la contraseña no son de ninguna cuenta.");
    }

    @Test
    public void leadsWhoIsNotVerifiedToThePin() {
        PersonId person = house.registered(email);

        assertThat(credentials().gone().path()).isEqualTo("/verify?id=" + person);
    }

    @Test
    public void endsTheSessionAtSignOut() {
        assertThat(Look.at(new SignOutPage(house.sessions)).gone().session()).isInstanceOf(End.class);
    }

    @Test
    public void showsAndCorrectsContactData() {
        PersonId person = house.verified(email);
        Page page = new ContactPage(house.contactData, house.consent, limits);
        assertThat(Look.at(page).as(person).html()).contains("value=\"Ada Lovelace\"", email);

        GoTo gone = Look.at(page)
                .as(person)
                .with("action", "correct")
                .with("name", "Ada King")
                .with("email", email)
                .with("replyBy", "email")
                .gone();

        assertThat(gone.path()).isEqualTo("/account/contact");
        assertThat(house.contactData.of(person).name()).hasValue("Ada King");
        assertThat(Look.at(page)
                        .as(person)
                        .with("action", "correct")
                        .with("name", "")
                        .with("email", email)
                        .refused())
                .contains("Name is required");
    }

    @Test
    public void aFormThatIsNotTheContactPagesOwnChangesNothing() {
        PersonId person = house.verified(email);
        Page page = new ContactPage(house.contactData, house.consent, limits);

        assertThatThrownBy(
                        () -> Look.at(page).as(person).with("action", "made-up").submit())
                .isInstanceOf(ProblemException.class);
        assertThat(house.contactData.of(person).name()).hasValue("Ada Lovelace");
    }

    @Test
    public void deactivatesForThePasswordAlone() {
        PersonId person = house.verified(email);
        Page page = new DeactivationPage(house.deactivation, limits);
        assertThat(Look.at(page).as(person).with("password", "wrong").refused())
                .contains("is not the password of this account");
        assertThat(house.known.status(person)).hasValue(Status.ACTIVE);

        Look look = Look.at(page).as(person).with("password", RegistrationHouse.PASSWORD);

        assertThat(look.gone().session()).isInstanceOf(End.class);
        assertThat(house.known.status(person)).hasValue(Status.DEACTIVATED);
    }

    @Test
    public void showsTheAccount() {
        PersonId person = house.verified(email);
        Page page = new AccountPage(new HeldAccount(house.accounts, house.sessions, looks));

        assertThat(Look.at(page).as(person).html()).contains("Contact data last looked through");
        assertThat(Look.at(page).as(person).in("es").html()).contains("Todo lo de su cuenta");
    }

    @Test
    public void listsDevicesAndSignsThemOut() {
        PersonId person = house.verified(email);
        Page page = new DevicesPage(new Devices(house.sessions));
        String phone = house.sessions
                .begin(person, false, new Device(Device.Browser.SAFARI, Device.Platform.IOS))
                .session()
                .id();
        house.sessions.begin(person, false, Device.UNKNOWN);
        assertThat(Look.at(page).as(person).html()).contains("Safari on iOS", "A program, or a browser");

        assertThat(Look.at(page).as(person).with("id", phone).said()).isEqualTo("Signed out there.");
        assertThat(house.sessions.of(person)).hasSize(1);
        assertThat(Look.at(page).as(person).with("others", "yes").said()).isEqualTo("Signed out in one other place.");
        assertThat(house.sessions.of(person)).isEmpty();
        assertThatThrownBy(() -> Look.at(page).as(person).with("id", phone).submit())
                .isInstanceOf(ProblemException.class);
    }

    @Test
    public void findsAPersonForAnOperatorWithoutShowingAnything() {
        PersonId person = house.verified(email);
        Page page = new PeoplePage(people, OperatorActs.by(act -> (outcome, problem) -> {}));

        assertThat(Look.at(page).asOperator().with("email", email).gone().path())
                .isEqualTo("/operator/people/person?id=" + person);
        assertThat(Look.at(page)
                        .asOperator()
                        .with("email", "nobody@mail.example")
                        .refused())
                .contains("is not that of anybody who is registered");
        assertThat(house.vault.uses()).isEmpty();
    }

    @Test
    public void showsContactDataForAReasonThatThePersonReads() {
        PersonId person = house.verified(email);
        Page page = new PersonPage(people, OperatorActs.by(act -> (outcome, problem) -> {}));
        assertThat(Look.at(page).asOperator().with("id", person.toString()).html())
                .contains(person.toString(), "active")
                .doesNotContain(email, "Ada Lovelace");
        assertThat(Look.at(page).asOperator().with("id", person.toString()).refused())
                .contains("Reason is required");
        assertThat(house.vault.uses()).isEmpty();

        String html = shown(page, person, "Question 17");

        assertThat(html).contains(email, "Ada Lovelace");
        assertThat(house.vault.uses())
                .singleElement()
                .satisfies(use -> assertThat(use.recipient().name()).isEqualTo("operator"));
        assertThat(Look.at(new LooksPage(looks)).as(person).html()).contains("operator", "Question 17");
    }

    @Test
    public void keepsTheReasonUnreadableOnceThePersonIsErased() {
        PersonId person = house.verified(email);
        people.look(person, "operator", "Question 17");
        byte[] kept = house.store.jdbi().withHandle(handle -> handle.createQuery("SELECT reason FROM registration_look")
                .mapTo(byte[].class)
                .one());
        assertThat(new String(kept, StandardCharsets.UTF_8)).doesNotContain("Question");

        house.vault.erase(person);

        assertThat(looks.at(person)).singleElement().satisfies(look -> assertThat(look.reason())
                .isEmpty());
        assertThat(people.look(person, "operator", "again")).isEmpty();
    }

    @Test
    public void countsRegistrationsOnTheDashboardWithoutNamingAnybody() {
        house.registered(RegistrationHouse.newEmail());
        PersonId person = house.verified(email);
        AccountCounts counts = new AccountCounts(house.store.jdbi());
        LocalDate today = LocalDate.now(ZoneOffset.UTC);

        assertThat(counts.byStatus()).isEqualTo(Map.of(Status.UNVERIFIED, 1L, Status.ACTIVE, 1L));
        assertThat(counts.registeredSince(today.minusDays(1)).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(2);
        house.set("registration_account", "registered_at", 0);
        assertThat(counts.registeredSince(today.minusDays(1))).isEmpty();
        assertThat(new AccountsPanel(counts)
                        .show(new PageRequest(
                                false,
                                Map.of(),
                                Caller.ANYONE,
                                Locale.ENGLISH,
                                "192.0.2.1",
                                false,
                                Device.UNKNOWN,
                                false))
                        .model()
                        .toString())
                .doesNotContain(person.toString());
    }

    @Test
    public void listsOperatorsWhoAreSignedIn() {
        assertThat(Look.at(new OperatorsPage(house.operatorSessions))
                        .asOperator()
                        .html())
                .contains("No operator is signed in with a session.");
        TestOperators.signIn(house.operatorSessions, "olga");

        assertThat(Look.at(new OperatorsPage(house.operatorSessions))
                        .asOperator()
                        .html())
                .contains("olga");
    }

    private static String shown(Page page, PersonId person, String reason) {
        return Look.at(page)
                .asOperator()
                .with("id", person.toString())
                .with("reason", reason)
                .submitted();
    }

    private RegisterPage register() {
        return new RegisterPage(house.registration, house.consent, house.settings, limits);
    }

    private SignInPage signIn() {
        return new SignInPage(house.signIn, limits);
    }

    private Look filledIn() {
        return Look.at(register())
                .with("email", email)
                .with("password", RegistrationHouse.PASSWORD)
                .with("name", "Ada Lovelace")
                .with("replyBy", "email");
    }

    private Look credentials() {
        return Look.at(signIn()).with("email", email).with("password", RegistrationHouse.PASSWORD);
    }
}
