package com.allleads.billing.rest;

import com.allleads.api.person.PersonId;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Answers;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.api.rest.Idempotent;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.billing.cards.BeginCardSetupAnswer;
import com.allleads.billing.cards.BeginCardSetupAnswer.Begun;
import com.allleads.billing.cards.BeginCardSetupAnswer.KeyReused;
import com.allleads.billing.cards.BeginCardSetupAnswer.TooMany;
import com.allleads.billing.cards.BeginCardSetupAnswer.Unavailable;
import com.allleads.billing.cards.Card;
import com.allleads.billing.cards.CardSetup;
import com.allleads.billing.cards.CardSetupStatus;
import com.allleads.billing.cards.CardSetups;
import com.allleads.billing.cards.Cards;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import javax.ws.rs.Consumes;
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

/** Cards that the person who is signed in sets up on a processor's own pages. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/me/card-setups")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PERSON)
public final class CardSetupsResource implements RestResource {

    private final CardSetups setups;
    private final Cards cards;

    @Activate
    public CardSetupsResource(@Reference CardSetups setups, @Reference Cards cards) {
        this.setups = setups;
        this.cards = cards;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Answers(status = 201, body = Prepared.class)
    @Summary(
            value =
                    "Prepares a page of the processor's own on which the person adds a card; their browser is to go to its"
                            + " address. For processors that add cards by redirect. A repeated request is answered as the first one"
                            + " was.",
            example = "{\"processor\": \"stripe\"}")
    public Response begin(NewCardSetup setup, @Context IdempotencyKey key, @Context SecurityContext security) {
        NewCardSetup asked = setup == null ? new NewCardSetup(null) : setup;
        new FieldErrors().text("processor", asked.processor(), 32).refuse();
        BeginCardSetupAnswer answer = setups.begin(person(security), asked.processor(), key);
        if (answer instanceof Begun begun) {
            return Response.status(Response.Status.CREATED)
                    .entity(new Prepared(begun.setup().id(), CardSetupStatus.OPEN, begun.address()))
                    .build();
        }
        if (answer instanceof KeyReused) {
            throw IdempotencyKey.reused().exception();
        }
        if (answer instanceof TooMany) {
            throw tooMany().exception();
        }
        if (answer instanceof Unavailable unavailable) {
            throw Problem.unavailable(unavailable.reason()).exception();
        }
        throw Problem.invalid("processor", "must be one that takes payments now and adds cards by redirect")
                .exception();
    }

    @GET
    @Path("{id}")
    @Summary("What became of one of them, as the processor knows it now; once it is DONE, with the card.")
    public Item one(@PathParam("id") String id, @Context SecurityContext security) {
        PersonId person = person(security);
        return setups.find(person, id)
                .map(setup -> Item.of(setup, setup.card().flatMap(card -> cards.find(person, card))))
                .orElseThrow(
                        () -> Problem.notFound("A card set-up with this id").exception());
    }

    /** 429: each open one keeps a page of the processor's. */
    public static Problem tooMany() {
        return Problem.of(
                429,
                "too-many-card-setups",
                "Too many cards are being set up at once.",
                "Finish one of them on the processor's page, or try again tomorrow.");
    }

    private static PersonId person(SecurityContext security) {
        return ((Caller) security.getUserPrincipal()).requirePerson();
    }

    /**
     * A card to be set up.
     *
     * @param processor the name of a processor that adds cards by redirect
     */
    public record NewCardSetup(String processor) {}

    /**
     * A set-up that is begun.
     *
     * @param id names it
     * @param status OPEN
     * @param address where the person's browser is to go; nobody else's
     */
    public record Prepared(String id, CardSetupStatus status, URI address) {

        /** Leaves the address out. */
        @Override
        public String toString() {
            return "Prepared[" + id + "]";
        }
    }

    /**
     * A set-up.
     *
     * @param id names it
     * @param status what is known now
     * @param processor on whose pages
     * @param at when it was begun
     * @param card the card that was added, where one was and is still there
     * @param reason why none was, where that is so
     */
    public record Item(
            String id,
            CardSetupStatus status,
            String processor,
            Instant at,
            Optional<Card> card,
            Optional<String> reason) {

        static Item of(CardSetup setup, Optional<Card> card) {
            return new Item(setup.id(), setup.status(), setup.processor(), setup.madeAt(), card, setup.reason());
        }
    }
}
