package com.allleads.registration.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.rest.Problem.FieldError;
import com.allleads.api.rest.ProblemException;
import com.allleads.registration.Address;
import com.allleads.registration.Correction;
import com.allleads.registration.Correction.Change.Keep;
import com.allleads.registration.Correction.Change.Put;
import com.allleads.registration.Correction.Change.Remove;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.Test;

public class ChangesInJsonTest {

    @Test
    public void tellsWhatIsMissingFromWhatIsNull() {
        Correction correction = read("{\"phone\": null, \"name\": \"Ada King\"}");

        assertThat(correction.phone()).isEqualTo(new Remove<>());
        assertThat(correction.name()).contains("Ada King");
        assertThat(correction.address()).isEqualTo(new Keep<>());
        assertThat(correction.email()).isEmpty();
    }

    @Test
    public void readsAnAddressAsAWhole() {
        assertThat(read("{\"address\": {\"street\": \"Gata 1\", \"city\": \"Reykjavik\", \"country\": \"IS\"}}")
                        .address())
                .isEqualTo(new Put<>(new Address("Gata 1", "Reykjavik", null, null, "IS")));
        assertThat(read("{\"billingAddress\": null}").billingAddress()).isEqualTo(new Remove<>());
    }

    @Test
    public void namesUnknownMembersAndWrongTypes() {
        assertThat(refused("{\"favouriteColour\": \"green\"}")).containsExactly("favouriteColour");
        assertThat(refused("{\"name\": 42, \"phone\": [], \"address\": \"here\"}"))
                .containsExactlyInAnyOrder("name", "phone", "address");
        assertThat(refused("{\"address\": {\"planet\": \"Mars\", \"city\": 1}}"))
                .containsExactlyInAnyOrder("address.planet", "address.city");
        assertThat(refused("{\"status\": \"ACTIVE\"}")).containsExactly("status");
    }

    @Test
    public void removesNothingThatMustBeThere() {
        assertThat(refused("{\"email\": null, \"name\": null, \"replyBy\": null}"))
                .containsExactlyInAnyOrder("email", "name", "replyBy");
    }

    @Test
    public void refusesWhatIsNoObject() {
        assertThatThrownBy(() -> read("[]")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> ChangesInJson.read(null)).isInstanceOf(ProblemException.class);
    }

    private static Correction read(String json) {
        try {
            return ChangesInJson.read(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> refused(String json) {
        try {
            read(json);
        } catch (ProblemException refused) {
            return refused.problem().errors().stream().map(FieldError::field).toList();
        }
        throw new AssertionError("nothing was refused");
    }
}
