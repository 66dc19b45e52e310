package com.allleads.billing.rest;

import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Answers;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.billing.cards.AddCardAnswer;
import com.allleads.billing.cards.AddCardAnswer.Added;
import com.allleads.billing.cards.AddCardAnswer.Rejected;
import com.allleads.billing.cards.AddCardAnswer.Unavailable;
import com.allleads.billing.cards.Card;
import com.allleads.billing.cards.Cards;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
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

/** The cards of the person who is signed in. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/me/cards")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PERSON)
public final class CardsResource implements RestResource {

    private final Cards cards;

    @Activate
    public CardsResource(@Reference Cards cards) {
        this.cards = cards;
    }

    @GET
    @Summary("The cards of the person who is signed in.")
    public Slice<Card> all(@Context SecurityContext security) {
        return new Slice<>(cards.of(person(security)), Optional.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(status = 201, body = Card.class)
    @Summary(
            value = "Adds a card by the token that its processor gave to the person's browser.",
            example = "{\"processor\": \"sandbox\", \"token\": \"tok_visa\"}")
    public Response add(NewCard card, @Context SecurityContext security) {
        NewCard asked = card == null ? new NewCard(null, null) : card;
        new FieldErrors()
                .text("processor", asked.processor(), 32)
                .text("token", asked.token(), 500)
                .refuse();
        AddCardAnswer answer = cards.add(person(security), asked.processor(), asked.token());
        if (answer instanceof Added added) {
            return Response.status(Response.Status.CREATED).entity(added.card()).build();
        }
        if (answer instanceof Rejected rejected) {
            throw Problem.invalid("token", "was not accepted: " + rejected.reason())
                    .exception();
        }
        if (answer instanceof Unavailable unavailable) {
            throw Problem.unavailable(unavailable.reason()).exception();
        }
        throw Problem.invalid("processor", "must be one that takes payments now")
                .exception();
    }

    @DELETE
    @Path("{id}")
    @Answers(status = 204)
    @Summary("Removes a card and its token.")
    public Response remove(@PathParam("id") String id, @Context SecurityContext security) {
        if (!cards.remove(person(security), id)) {
            throw Problem.notFound("A card with this id").exception();
        }
        return Response.noContent().build();
    }

    private static PersonId person(SecurityContext security) {
        return ((Caller) security.getUserPrincipal()).requirePerson();
    }

    /**
     * A card to be added.
     *
     * @param processor the name of the processor that made the token
     * @param token what stands for the card
     */
    public record NewCard(String processor, String token) {

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "NewCard[processor=" + processor + "]";
        }
    }
}
