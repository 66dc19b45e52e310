package com.allleads.consent.rest;

import static com.allleads.consent.ConsentHouse.NEWS;
import static com.allleads.consent.ConsentHouse.digest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.allleads.api.person.PersonId;
import com.allleads.api.proof.Signer.Signed;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.Problem.FieldError;
import com.allleads.api.rest.ProblemException;
import com.allleads.consent.ConsentHouse;
import com.allleads.consent.rest.ChoicesResource.DecisionRequest;
import com.allleads.consent.rest.ChoicesResource.Item;
import com.allleads.store.testing.StoreRule;
import java.security.Principal;
import javax.ws.rs.core.SecurityContext;
import org.junit.ClassRule;
import org.junit.Test;

public final class ChoicesResourceTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private final ConsentHouse house = new ConsentHouse(STORE, (type, statement) -> new Signed(statement, type));
    private final ChoicesResource resource = new ChoicesResource(house.consent, house.purposes);
    private final SecurityContext ann = signedIn();
    private final SecurityContext bob = signedIn();

    @Test
    public void decidesAndTakesBackByTheSameCall() {
        Item granted = resource.decide("news", new DecisionRequest(true, digest(NEWS)), ann);
        assertThat(granted.granted()).isTrue();
        assertThat(granted.receipt()).isPresent();

        Item refused = resource.decide("news", new DecisionRequest(false, digest(NEWS)), ann);
        assertThat(refused.granted()).isFalse();
        assertThat(refused.receipt()).isNotEqualTo(granted.receipt());
    }

    @Test
    public void leavesOtherPeopleAlone() {
        resource.decide("news", new DecisionRequest(true, digest(NEWS)), ann);

        assertThat(resource.all(bob).items()).noneMatch(Item::granted);
        assertThat(resource.all(ann).items()).extracting(Item::granted).containsExactly(true, false);
    }

    @Test
    public void namesTheFieldThatIsWrong() {
        assertThat(refused("news", new DecisionRequest(true, "sha-256:00"))).isEqualTo("textDigest");
        assertThat(refused("news", new DecisionRequest(true, null))).isEqualTo("textDigest");
        assertThat(refused("news", new DecisionRequest(null, digest(NEWS)))).isEqualTo("granted");
        assertThat(refused("news", null)).isEqualTo("granted");
        assertThat(refused("unheard-of", new DecisionRequest(true, digest(NEWS))))
                .isEqualTo("purpose");
        assertThat(refused("account", new DecisionRequest(false, digest(ConsentHouse.ACCOUNT))))
                .isEqualTo("purpose");
        assertThat(resource.all(ann).items()).noneMatch(item -> item.receipt().isPresent());
    }

    private String refused(String purpose, DecisionRequest request) {
        ProblemException e = catchThrowableOfType(ProblemException.class, () -> resource.decide(purpose, request, ann));
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
