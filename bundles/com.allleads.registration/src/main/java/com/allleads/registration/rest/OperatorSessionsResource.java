package com.allleads.registration.rest;

import com.allleads.api.operator.Operator;
import com.allleads.api.operator.OperatorCookie;
import com.allleads.api.operator.Operators;
import com.allleads.api.operator.Operators.SignedIn;
import com.allleads.api.operator.Operators.TooMany;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Answers;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.RateLimited;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
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

/** Sign-in and sign-out of operators. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/operator-sessions")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class OperatorSessionsResource implements RestResource {

    private final Operators operators;

    @Activate
    public OperatorSessionsResource(@Reference Operators operators) {
        this.operators = operators;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RateLimited("sign-in")
    @Access(Access.Role.PUBLIC)
    @Answers(status = 201, body = Begun.class)
    @Summary(
            value = "Signs in; the token is for the Authorization header. Wrong passwords are counted by address.",
            example = "{\"name\": \"operator\", \"password\": \"<operatorPassword>\"}")
    public Response begin(Credentials credentials, @Context HttpServletRequest request) {
        Credentials given = Optional.ofNullable(credentials).orElse(new Credentials(null, null));
        new FieldErrors()
                .present("name", given.name())
                .present("password", given.password())
                .refuse();
        Operators.SignIn outcome = operators.signIn(given.name(), given.password(), request.getRemoteAddr());
        if (outcome instanceof SignedIn signedIn) {
            return Response.status(Response.Status.CREATED)
                    .entity(Begun.of(signedIn))
                    .build();
        }
        throw refusal(outcome).exception();
    }

    @DELETE
    @Path("current")
    @Access(Access.Role.VIEWER)
    @Answers(status = 204)
    @Summary("Signs out.")
    public Response end(@Context SecurityContext security) {
        ((Caller) security.getUserPrincipal()).session().ifPresent(operators::end);
        return Response.noContent()
                .header(HttpHeaders.SET_COOKIE, OperatorCookie.remove(security.isSecure()))
                .build();
    }

    private static Problem refusal(Operators.SignIn outcome) {
        if (outcome instanceof TooMany tooMany) {
            return Problem.of(
                    429,
                    "too-many-tries",
                    "There were too many tries from this address.",
                    "Try again in " + (tooMany.delay().toSeconds() + 1) + " seconds.");
        }
        return Problem.of(
                401,
                "sign-in-refused",
                "Name and password are not those of an operator.",
                "Check both; they are those of the console.");
    }

    /**
     * What an operator signs in with.
     *
     * @param name the user name in the console's realm
     * @param password the password
     */
    public record Credentials(String name, String password) {

        /** Leaves everything out. */
        @Override
        public String toString() {
            return "Credentials[]";
        }
    }

    /**
     * A session that has begun.
     *
     * @param token for the {@code Authorization} header
     * @param expires when it ends at the latest
     * @param role {@code viewer}, who may look, or {@code operator}, who may act too
     */
    public record Begun(String token, Instant expires, String role) {

        static Begun of(SignedIn signedIn) {
            Operator.Role role = signedIn.operator().role();
            return new Begun(signedIn.token(), signedIn.expires(), role.name().toLowerCase(Locale.ROOT));
        }

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Begun[]";
        }
    }
}
