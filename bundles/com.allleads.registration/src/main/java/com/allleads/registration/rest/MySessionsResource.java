package com.allleads.registration.rest;

import com.allleads.api.person.Slice;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Answers;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.registration.sessions.Devices;
import com.allleads.registration.sessions.Devices.SignedInDevice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where a person is signed in. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/me/sessions")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PERSON)
public final class MySessionsResource implements RestResource {

    private final Devices devices;

    @Activate
    public MySessionsResource(@Reference Devices devices) {
        this.devices = devices;
    }

    @GET
    @Summary("The sessions that last, the one that began last first.")
    public Slice<Item> all(@Context SecurityContext security) {
        return new Slice<>(devices.of(caller(security)).stream().map(Item::of).toList(), Optional.empty());
    }

    @DELETE
    @Path("{id}")
    @Answers(status = 204)
    @Summary("Ends one of them.")
    public Response end(@PathParam("id") String id, @Context SecurityContext security) {
        if (!devices.end(caller(security).requirePerson(), id)) {
            throw Problem.notFound("The session").exception();
        }
        return Response.noContent().build();
    }

    @DELETE
    @Answers(status = 204)
    @Summary("Ends all of them but the one that calls.")
    public Response endOthers(@Context SecurityContext security) {
        devices.endOthers(caller(security));
        return Response.noContent().build();
    }

    private static Caller caller(SecurityContext security) {
        return (Caller) security.getUserPrincipal();
    }

    /**
     * A session.
     *
     * @param id names it
     * @param browser the kind of browser, where it is known
     * @param system the kind of system, where it is known
     * @param begunAt when the person signed in
     * @param usedOn the day of the last use
     * @param expires when it ends at the latest
     * @param remembered whether the person asked to stay signed in
     * @param current whether it is the one that calls
     */
    public record Item(
            String id,
            Optional<String> browser,
            Optional<String> system,
            Instant begunAt,
            LocalDate usedOn,
            Instant expires,
            boolean remembered,
            boolean current) {

        static Item of(SignedInDevice device) {
            return new Item(
                    device.id(),
                    device.browser(),
                    device.system(),
                    device.begunAt(),
                    LocalDate.ofInstant(device.usedOn(), ZoneOffset.UTC),
                    device.expiresAt(),
                    device.remembered(),
                    device.current());
        }
    }
}
