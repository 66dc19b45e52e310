package com.allleads.registration.rest;

import com.allleads.api.registration.SessionCookie;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Answers;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.RateLimited;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.registration.Deactivation;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Deactivates the account of the person who is signed in. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/me/deactivation")
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PERSON)
public final class DeactivationResource implements RestResource {

    private final Deactivation deactivation;

    @Activate
    public DeactivationResource(@Reference Deactivation deactivation) {
        this.deactivation = deactivation;
    }

    @POST
    @RateLimited("sign-in")
    @Answers(body = Deactivated.class)
    @Summary(
            value = "Deactivates; the password is asked for once more, so that a session left open cannot do it.",
            example = "{\"password\": \"correct horse battery staple\"}")
    public Response deactivate(PasswordRequest request, @Context SecurityContext security) {
        if (request == null || request.password() == null) {
            throw Problem.invalid("password", "is required").exception();
        }
        Caller caller = (Caller) security.getUserPrincipal();
        if (!deactivation.deactivate(caller.requirePerson(), request.password())) {
            throw Problem.invalid("password", "is not the password of this account")
                    .exception();
        }
        return Response.ok(new Deactivated("deactivated"))
                .header(HttpHeaders.SET_COOKIE, SessionCookie.remove(security.isSecure()))
                .build();
    }

    /**
     * The password as it came in.
     *
     * @param password the account's password
     */
    public record PasswordRequest(String password) {

        /** Leaves the password out. */
        @Override
        public String toString() {
            return "PasswordRequest[]";
        }
    }

    /**
     * A deactivated account.
     *
     * @param status always {@code deactivated}
     */
    public record Deactivated(String status) {}
}
