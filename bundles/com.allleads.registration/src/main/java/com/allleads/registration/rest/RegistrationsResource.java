package com.allleads.registration.rest;

import com.allleads.api.consent.Occasion;
import com.allleads.api.person.PersonId;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Answers;
import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.RateLimited;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.registration.Language;
import com.allleads.registration.Registration;
import com.allleads.registration.RegistrationForm;
import com.allleads.registration.RegistrationPoint;
import com.allleads.registration.WrongPin;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Registration and verification; public. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/registrations")
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PUBLIC)
public final class RegistrationsResource implements RestResource {

    /** The language of the texts that capabilities declare. */
    private static final String LANGUAGE = "en";

    private final Registration registration;

    @Activate
    public RegistrationsResource(@Reference Registration registration) {
        this.registration = registration;
    }

    @POST
    @RateLimited("registration")
    @Answers(status = 201, body = Registered.class)
    @Summary(
            value = "Registers; the answer is the same where the email is registered already.",
            example =
                    "{\"email\": \"ada@mail.example\", \"password\": \"correct horse battery staple\", \"name\": \"Ada Lovelace\", \"replyBy\": \"email\", \"choices\": []}")
    public Response register(
            RegistrationForm form, @HeaderParam("Sec-GPC") String globalPrivacyControl, @Context HttpHeaders headers) {
        if (form == null) {
            throw Problem.invalid("email", "is required").exception();
        }
        PersonId id = registration.register(
                form,
                Occasion.at(RegistrationPoint.ID, LANGUAGE).withSignal("1".equals(globalPrivacyControl)),
                Language.of(headers.getAcceptableLanguages()));
        return Response.status(Response.Status.CREATED)
                .entity(new Registered(id.toString(), "unverified"))
                .build();
    }

    @POST
    @Path("{id}/verification")
    @RateLimited("pin")
    @Summary(value = "Verifies by the PIN of the welcome message.", example = "{\"pin\": \"<pin>\"}")
    public Verified verify(@PathParam("id") String id, PinRequest request) {
        String pin = PinRequest.checked(request);
        boolean active =
                person(id).map(person -> registration.verify(person, pin)).orElse(false);
        if (!active) {
            throw WrongPin.problem().exception();
        }
        return new Verified("active");
    }

    @POST
    @Path("{id}/pin")
    @Consumes(MediaType.WILDCARD)
    @RateLimited("pin")
    @Answers(status = 202)
    @Summary("Asks for a new PIN, of which there is one a minute at most; the answer is always the same.")
    public Response sendNewPin(@PathParam("id") String id) {
        person(id).ifPresent(registration::sendNewPin);
        return Response.accepted().build();
    }

    private static Optional<PersonId> person(String id) {
        try {
            return Optional.of(PersonId.parse(id));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /**
     * A registration.
     *
     * @param id under which it is verified
     * @param status always {@code unverified}
     */
    public record Registered(String id, String status) {}

    /**
     * A verified account.
     *
     * @param status always {@code active}
     */
    public record Verified(String status) {}

    /**
     * A PIN as it came in.
     *
     * @param pin six digits
     */
    public record PinRequest(String pin) {

        static String checked(PinRequest request) {
            String pin = request == null ? null : request.pin();
            new FieldErrors()
                    .require(pin != null && pin.matches("[0-9]{6}"), "pin", "must be six digits")
                    .refuse();
            return pin;
        }

        /** Leaves the PIN out. */
        @Override
        public String toString() {
            return "PinRequest[]";
        }
    }
}
