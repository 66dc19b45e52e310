package com.allleads.registration.rest;

import com.allleads.api.registration.Device;
import com.allleads.api.registration.SessionCookie;
import com.allleads.api.registration.Sessions;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Answers;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.Omittable;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.RateLimited;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.registration.SignIn;
import java.time.Instant;
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

/** Sign-in and sign-out. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/sessions")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionsResource implements RestResource {

    private final SignIn signIn;
    private final Sessions sessions;

    @Activate
    public SessionsResource(@Reference SignIn signIn, @Reference Sessions sessions) {
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RateLimited("sign-in")
    @Access(Access.Role.PUBLIC)
    @Answers(status = 201, body = Begun.class)
    @Summary(
            value = "Signs in; the token is for the Authorization header, the cookie for browsers.",
            example =
                    "{\"email\": \"ada@mail.example\", \"password\": \"correct horse battery staple\", \"remember\": false}")
    public Response begin(Credentials credentials, @Context SecurityContext security, @Context HttpHeaders headers) {
        if (credentials == null) {
            throw Problem.invalid("email", "is required").exception();
        }
        new FieldErrors()
                .present("email", credentials.email())
                .present("password", credentials.password())
                .refuse();
        SignIn.Outcome outcome = signIn.signIn(
                credentials.email(),
                credentials.password(),
                Boolean.TRUE.equals(credentials.remember())
                        ? SignIn.Stay.WITH_A_LASTING_TOKEN
                        : SignIn.Stay.UNTIL_THE_BROWSER_CLOSES,
                Device.of(headers.getHeaderString(HttpHeaders.USER_AGENT)));
        if (outcome instanceof SignIn.Outcome.SignedIn signedIn) {
            return answer(signedIn, security.isSecure());
        }
        throw refusal(outcome).exception();
    }

    @DELETE
    @Path("current")
    @Access(Access.Role.PERSON)
    @Answers(status = 204)
    @Summary("Signs out.")
    public Response end(@Context SecurityContext security) {
        ((Caller) security.getUserPrincipal()).session().ifPresent(sessions::end);
        return Response.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.remove(security.isSecure()))
                .build();
    }

    private static Response answer(SignIn.Outcome.SignedIn signedIn, boolean secure) {
        Sessions.Session session = signedIn.session().session();
        return Response.status(Response.Status.CREATED)
                .header(
                        HttpHeaders.SET_COOKIE,
                        SessionCookie.set(signedIn.session().token(), session.keepUntil(), secure))
                .entity(new Begun(signedIn.session().token(), session.expires(), signedIn.reviewDue()))
                .build();
    }

    private static Problem refusal(SignIn.Outcome outcome) {
        if (outcome instanceof SignIn.Outcome.Unverified unverified) {
            return Problem.of(
                    403,
                    "unverified",
                    "The account waits for its PIN.",
                    "Enter the PIN of the welcome message at /registrations/" + unverified.registration()
                            + "/verification, or ask for a new one at /registrations/" + unverified.registration()
                            + "/pin.");
        }
        return Problem.of(
                401,
                "sign-in-refused",
                "Email and password do not match an account.",
                "Check both; after several wrong tries an account is locked for a while.");
    }

    /**
     * What a person signs in with.
     *
     * @param email the email address
     * @param password the password
     * @param remember whether they ask to stay signed in
     */
    public record Credentials(
            String email, String password, @Omittable Boolean remember) {

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
     * @param expires when it ends
     * @param contactReviewDue whether the person's contact data was not reviewed for long
     */
    public record Begun(String token, Instant expires, boolean contactReviewDue) {

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Begun[]";
        }
    }
}
