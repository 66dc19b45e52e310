package com.allleads.vault.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.allleads.api.person.PersonId;
import com.allleads.api.proof.Signer.Signed;
import com.allleads.api.registration.Accounts;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.ProblemException;
import com.allleads.vault.VaultHouse;
import com.allleads.vault.rest.ErasureResource.ErasureRequest;
import com.allleads.vault.rest.ErasureResource.SignedCertificate;
import com.allleads.vault.rights.OwnErasure;
import com.allleads.vault.rights.Requests;
import java.security.Principal;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.core.SecurityContext;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TestRule;

public final class ErasureResourceTest {

    private static final VaultHouse HOUSE = new VaultHouse();

    @ClassRule
    public static final TestRule RULE = HOUSE.rule();

    private final PersonId person = HOUSE.enrol();
    private final ErasureResource resource = new ErasureResource(new OwnErasure(
            HOUSE.vault,
            new OnePassword(),
            (type, statement) -> new Signed(statement, "signed " + type),
            HOUSE.requests));

    @Test
    public void erasesAndProvesIt() {
        SignedCertificate answer = resource.erase(new ErasureRequest("correct"), signedIn());

        assertThat(HOUSE.keys.find(person)).isEmpty();
        assertThat(answer.certificate())
                .containsEntry("person", person.toString())
                .containsEntry("erasedAt", HOUSE.vault.erase(person).toString());
        assertThat(answer.jws()).isEqualTo("signed erasure-certificate");
        assertThat(HOUSE.requests.of(person)).singleElement().satisfies(request -> {
            assertThat(request.kind()).isEqualTo(Requests.Kind.ERASE);
            assertThat(request.answeredAt()).isPresent();
        });
    }

    @Test
    public void asksForThePassword() {
        for (ErasureRequest request : new ErasureRequest[] {
            null,
            new ErasureRequest(null),
            new ErasureRequest(""),
            new ErasureRequest("wrong"),
            new ErasureRequest("x".repeat(1_001))
        }) {
            ProblemException e =
                    catchThrowableOfType(ProblemException.class, () -> resource.erase(request, signedIn()));
            assertThat(e.problem().status()).isEqualTo(422);
            assertThat(e.problem().errors()).singleElement().satisfies(error -> assertThat(error.field())
                    .isEqualTo("password"));
        }
        assertThat(HOUSE.keys.find(person)).isPresent();
    }

    private SecurityContext signedIn() {
        Caller caller = Caller.person(person, "token");
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
