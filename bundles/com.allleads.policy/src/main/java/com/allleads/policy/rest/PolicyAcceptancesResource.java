package com.allleads.policy.rest;

import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Answers;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.policy.acceptance.Acceptances.Acceptance;
import com.allleads.policy.acceptance.Accepting;
import java.time.Instant;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which versions of the policy the person who is signed in accepted. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/me/policy-acceptances")
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PERSON)
public final class PolicyAcceptancesResource implements RestResource {

    /** The language in which clients read the policy where they ask for no other. */
    private static final String LANGUAGE = "en";

    private final Accepting accepting;

    @Activate
    public PolicyAcceptancesResource(@Reference Accepting accepting) {
        this.accepting = accepting;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    @Summary("Every version that the person accepted, oldest first.")
    public Slice<Accepted> all(@Context SecurityContext security) {
        return new Slice<>(
                accepting.of(person(security)).stream().map(Accepted::of).toList(), Optional.empty());
    }

    @POST
    @Answers(status = 201, body = Accepted.class)
    @Summary(
            value = "Accepts the version in force, once read. Doing it again answers the same.",
            example = "{\"version\": 1}")
    public Response accept(AcceptanceRequest request, @Context SecurityContext security) {
        if (request == null || request.version() == null) {
            throw Problem.invalid("version", "is required").exception();
        }
        Acceptance acceptance = accepting.accept(person(security), request.version(), LANGUAGE);
        return Response.status(Response.Status.CREATED)
                .entity(Accepted.of(acceptance))
                .build();
    }

    private static PersonId person(SecurityContext security) {
        return ((Caller) security.getUserPrincipal()).requirePerson();
    }

    /**
     * What the person accepts.
     *
     * @param version the number of the version in force
     */
    public record AcceptanceRequest(Integer version) {}

    /**
     * A version that was accepted.
     *
     * @param version its number
     * @param acceptedAt when
     */
    public record Accepted(int version, Instant acceptedAt) {

        static Accepted of(Acceptance acceptance) {
            return new Accepted(acceptance.version(), acceptance.acceptedAt());
        }
    }
}
