package com.allleads.registration.rest;

import com.allleads.api.person.PersonId;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.Omittable;
import com.allleads.api.rest.RateLimited;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.api.rest.Takes;
import com.allleads.registration.Address;
import com.allleads.registration.ContactData;
import com.allleads.registration.rest.RegistrationsResource.PinRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The contact data of the person who is signed in. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/me")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PERSON)
public final class MeResource implements RestResource {

    private final ContactData contactData;

    @Activate
    public MeResource(@Reference ContactData contactData) {
        this.contactData = contactData;
    }

    @GET
    @Summary("What is held.")
    public Me held(@Context SecurityContext security) {
        return Me.of(contactData.of(person(security)));
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Summary(
            value = "Corrects what is held; a changed email address counts once its PIN is entered.",
            example = "{\"name\": \"Ada King\"}")
    public Me correct(@Takes(Changes.class) JsonNode changes, @Context SecurityContext security) {
        return Me.of(contactData.correct(person(security), ChangesInJson.read(changes)));
    }

    @POST
    @Path("email-confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RateLimited("pin")
    @Summary(
            value = "Confirms a changed email address by the PIN that was sent to it.",
            example = "{\"pin\": \"<newEmailPin>\"}")
    public Me confirmEmail(PinRequest request, @Context SecurityContext security) {
        String pin = PinRequest.checked(request);
        return Me.of(contactData.confirmEmail(person(security), pin));
    }

    @POST
    @Path("contact-review")
    @Consumes(MediaType.WILDCARD)
    @Summary("Says that the contact data is still right.")
    public Me review(@Context SecurityContext security) {
        PersonId person = person(security);
        contactData.confirm(person);
        return Me.of(contactData.of(person));
    }

    private static PersonId person(SecurityContext security) {
        return ((Caller) security.getUserPrincipal()).requirePerson();
    }

    /**
     * A correction: what is left out stays as it is; telephone number and addresses are removed by null.
     *
     * @param email the address
     * @param name the name
     * @param phone the telephone number
     * @param address where the person is
     * @param billingAddress where bills go
     * @param replyBy {@code email} or {@code phone}
     */
    public record Changes(
            @Omittable(nullable = false) String email,
            @Omittable(nullable = false) String name,
            @Omittable String phone,
            @Omittable Address address,
            @Omittable Address billingAddress,
            @Omittable(nullable = false) String replyBy) {

        /** Names no value, so that none reaches a log. */
        @Override
        public String toString() {
            return "Changes[]";
        }
    }

    /**
     * What is held, as it stands in JSON.
     *
     * @param id the person
     * @param status {@code active}
     * @param email the address that counts
     * @param emailPending whether a changed address waits for its PIN
     * @param name the name
     * @param phone the telephone number
     * @param address where the person is
     * @param billingAddress where bills go
     * @param replyBy {@code email} or {@code phone}
     * @param contactReviewedAt when it was last entered or confirmed
     */
    public record Me(
            String id,
            String status,
            Optional<String> email,
            boolean emailPending,
            Optional<String> name,
            Optional<String> phone,
            Optional<Address> address,
            Optional<Address> billingAddress,
            Optional<String> replyBy,
            Instant contactReviewedAt) {

        static Me of(ContactData.Held held) {
            return new Me(
                    held.id().toString(),
                    held.status().name().toLowerCase(Locale.ROOT),
                    held.email(),
                    held.emailPending(),
                    held.name(),
                    held.phone(),
                    held.address(),
                    held.billingAddress(),
                    held.replyBy(),
                    held.contactReviewedAt());
        }

        /** Names the person's identifier alone. */
        @Override
        public String toString() {
            return "Me[" + id + "]";
        }
    }
}
