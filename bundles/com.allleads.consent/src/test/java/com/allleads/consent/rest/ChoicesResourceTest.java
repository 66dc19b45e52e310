package com.allleads.consent.rest;

import static com.allleads.consent.ConsentHouse.NEWS;
import static com.allleads.consent.ConsentHouse.OFFERS;
import static com.allleads.consent.ConsentHouse.digest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.allleads.api.person.PersonId;
import com.allleads.api.proof.Signer.Signed;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.Problem.FieldError;
import com.allleads.api.rest.ProblemException;
import com.allleads.consent.ConsentHouse;
import com.allleads.consent.rest.ChoicesResource.DecisionRequest;
import com.allleads.consent.rest.ChoicesResource.Item;
import com.allleads.store.testing.StoreRule;
import java.security.Principal;
import java.time.Clock;
import javax.ws.rs.core.SecurityContext;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.ClassRule;
import org.junit.Test;

public final class ChoicesResourceTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private final ConsentHouse house = new ConsentHouse(STORE, (type, statement) -> new Signed(statement, type));
    private final ChoicesResource resource =
            new ChoicesResource(house.consent, house.purposes, house.secondStep, house.asking(Clock.systemUTC()));
    private final SecurityContext ann = signedIn();
    private final SecurityContext bob = signedIn();

    @Test
    public void decidesAndTakesBackByTheSameCall() {
        Item granted = resource.decide("news", new DecisionRequest(true, digest(NEWS), null), null, ann);
        assertThat(granted.granted()).isTrue();
        assertThat(granted.receipt()).isPresent();

        Item refused = resource.decide("news", new DecisionRequest(false, digest(NEWS), null), null, ann);
        assertThat(refused.granted()).isFalse();
        assertThat(refused.receipt()).isNotEqualTo(granted.receipt());
    }

    @Test
    public void leavesOtherPeopleAlone() {
        resource.decide("news", new DecisionRequest(true, digest(NEWS), null), null, ann);

        assertThat(resource.all(bob).items()).noneMatch(Item::granted);
        assertThat(resource.all(ann).items()).extracting(Item::granted).containsExactly(true, false);
    }

    @Test
    public void namesTheFieldThatIsWrong() {
        assertThat(refused("news", new DecisionRequest(true, "sha-256:00", null)))
                .isEqualTo("textDigest");
        assertThat(refused("news", new DecisionRequest(true, null, null))).isEqualTo("textDigest");
        assertThat(refused("news", new DecisionRequest(null, digest(NEWS), null)))
                .isEqualTo("granted");
        assertThat(refused("news", null)).isEqualTo("granted");
        assertThat(refused("unheard-of", new DecisionRequest(true, digest(NEWS), null)))
                .isEqualTo("purpose");
        assertThat(refused("account", new DecisionRequest(false, digest(ConsentHouse.ACCOUNT), null)))
                .isEqualTo("purpose");
        assertThat(resource.all(ann).items()).noneMatch(item -> item.receipt().isPresent());
    }

    @Test
    public void asksTwiceForAYesAfterAnOptOut() {
        resource.decide("news", new DecisionRequest(false, digest(NEWS), null), null, ann);

        Problem problem =
                problem(() -> resource.decide("news", new DecisionRequest(true, digest(NEWS), null), null, ann));

        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.type()).isEqualTo("confirmation-needed");
        assertThat(problem.detail().orElseThrow()).contains("\"confirmed\": true");
        assertThat(resource.decide("news", new DecisionRequest(true, digest(NEWS), true), null, ann)
                        .granted())
                .isTrue();
    }

    @Test
    public void asksTwiceForAYesAgainstTheSignalOfTheSameRequest() {
        house.declare(4, OFFERS);

        Problem problem =
                problem(() -> resource.decide("offers", new DecisionRequest(true, digest(OFFERS), null), "1", ann));

        assertThat(problem.status()).isEqualTo(409);
        assertThat(resource.decide("news", new DecisionRequest(true, digest(NEWS), null), "1", ann)
                        .granted())
                .isTrue();
    }

    private static Problem problem(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem();
    }

    private String refused(String purpose, DecisionRequest request) {
        ProblemException e =
                catchThrowableOfType(ProblemException.class, () -> resource.decide(purpose, request, null, ann));
        assertThat(e.problem().status()).isEqualTo(422);
        return e.problem().errors().stream().map(FieldError::field).findFirst().orElseThrow();
    }

    private static SecurityContext signedIn() {
        Caller caller = Caller.person(PersonId.random(), "token");
        return new SecurityContext() {

            @Override
            public Principal getUserPrincipal() {
                return caller;
            }

            @Override
            public boolean isUserInRole(String role) {
                return false;
            }

            @Override
            public boolean isSecure() {
                return true;
            }

            @Override
            public String getAuthenticationScheme() {
                return "test";
            }
        };
    }
}
