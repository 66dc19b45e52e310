package com.allleads.billing.rest;

import com.allleads.api.person.PersonId;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Answers;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.billing.automatic.AutomaticTopUp;
import com.allleads.billing.automatic.AutomaticTopUps;
import java.time.Instant;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the balance of the person who is signed in is topped up by itself. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/me/automatic-top-up")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PERSON)
public final class AutomaticTopUpResource implements RestResource {

    private final AutomaticTopUps automatic;

    @Activate
    public AutomaticTopUpResource(@Reference AutomaticTopUps automatic) {
        this.automatic = automatic;
    }

    @GET
    @Summary("What the person set; 404 where nothing is.")
    public Item get(@Context SecurityContext security) {
        return automatic.find(person(security)).map(Item::of).orElseThrow(() -> Problem.notFound("An automatic top-up")
                .exception());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Summary(
            value = "Tops the balance up by itself, once each time that it falls below a threshold.",
            example =
                    "{\"card\": \"<card>\", \"threshold\": {\"amount\": \"5.00\", \"currency\": \"USD\"}, \"amount\": {\"amount\": \"20.00\", \"currency\": \"USD\"}}")
    public Item set(Wanted wanted, @Context SecurityContext security) {
        Wanted asked = wanted == null ? new Wanted(null, null, null) : wanted;
        return Item.of(automatic.set(person(security), asked.card(), asked.threshold(), asked.amount()));
    }

    @DELETE
    @Answers(status = 204)
    @Summary("Ends it.")
    public Response remove(@Context SecurityContext security) {
        if (!automatic.remove(person(security))) {
            throw Problem.notFound("An automatic top-up").exception();
        }
        return Response.noContent().build();
    }

    private static PersonId person(SecurityContext security) {
        return ((Caller) security.getUserPrincipal()).requirePerson();
    }

    /**
     * What is to be set.
     *
     * @param card one of the person's cards
     * @param threshold below which the balance is topped up
     * @param amount by how much
     */
    public record Wanted(String card, Money threshold, Money amount) {}

    /**
     * What is set.
     *
     * @param card the card that is charged
     * @param threshold below which the balance is topped up
     * @param amount by how much
     * @param setAt since when
     */
    public record Item(String card, Money threshold, Money amount, Instant setAt) {

        static Item of(AutomaticTopUp set) {
            return new Item(set.card(), set.threshold(), set.amount(), set.setAt());
        }
    }
}
