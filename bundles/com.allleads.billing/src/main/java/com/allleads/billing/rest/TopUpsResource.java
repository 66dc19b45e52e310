package com.allleads.billing.rest;

import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Answers;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.api.rest.Idempotent;
import com.allleads.api.rest.Paging;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.billing.topups.TopUp;
import com.allleads.billing.topups.TopUpAnswer;
import com.allleads.billing.topups.TopUpAnswer.KeyReused;
import com.allleads.billing.topups.TopUpAnswer.Stored;
import com.allleads.billing.topups.TopUpAnswer.Unavailable;
import com.allleads.billing.topups.TopUpAnswer.WrongAmount;
import com.allleads.billing.topups.TopUpStatus;
import com.allleads.billing.topups.TopUps;
import java.time.Instant;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The top-ups of the person who is signed in. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/me/top-ups")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PERSON)
public final class TopUpsResource implements RestResource {

    private final TopUps topUps;

    @Activate
    public TopUpsResource(@Reference TopUps topUps) {
        this.topUps = topUps;
    }

    @GET
    @Summary("Every top-up as it stands now, newest first.")
    public Slice<Item> all(
            @QueryParam("limit") String limit, @QueryParam("cursor") String cursor, @Context SecurityContext security) {
        Paging paging = Paging.of(limit, cursor);
        return topUps.of(person(security), paging.limit(), Cursors.number(paging))
                .map(Item::of);
    }

    @GET
    @Path("{id}")
    @Summary("One of them.")
    public Item one(@PathParam("id") String id, @Context SecurityContext security) {
        return topUps.find(person(security), id)
                .map(Item::of)
                .orElseThrow(() -> Problem.notFound("A top-up with this id").exception());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Answers(status = 201, body = Item.class)
    @Summary(
            value = "Charges a card; a repeated request is answered as the first one was.",
            example = "{\"card\": \"<card>\", \"amount\": {\"amount\": \"12.50\", \"currency\": \"USD\"}}")
    public Response make(NewTopUp topUp, @Context IdempotencyKey key, @Context SecurityContext security) {
        NewTopUp asked = topUp == null ? new NewTopUp(null, null) : topUp;
        new FieldErrors()
                .text("card", asked.card(), 36)
                .present("amount", asked.amount())
                .refuse();
        TopUpAnswer answer = topUps.topUp(person(security), asked.card(), asked.amount(), key);
        if (answer instanceof Stored stored) {
            return Response.status(Response.Status.CREATED)
                    .entity(Item.of(stored.topUp()))
                    .build();
        }
        if (answer instanceof KeyReused) {
            throw IdempotencyKey.reused().exception();
        }
        if (answer instanceof WrongAmount wrong) {
            throw Problem.invalid("amount", wrong.message()).exception();
        }
        if (answer instanceof Unavailable unavailable) {
            throw Problem.unavailable(unavailable.reason()).exception();
        }
        throw Problem.notFound("A card with this id").exception();
    }

    private static PersonId person(SecurityContext security) {
        return ((Caller) security.getUserPrincipal()).requirePerson();
    }

    /**
     * A top-up to be made.
     *
     * @param card one of the person's cards
     * @param amount how much
     */
    public record NewTopUp(String card, Money amount) {}

    /**
     * A top-up.
     *
     * @param id names it
     * @param status what is known of it
     * @param card the card that was charged
     * @param processor the card's processor
     * @param amount how much
     * @param at when it was asked for
     * @param reason why it was declined or not attempted, where it was
     * @param chargedBack what of the amount the card's bank took back, where it did
     * @param namedCard the card that was asked for, where nothing was attempted with it and a fallback card was charged
     */
    public record Item(
            String id,
            TopUpStatus status,
            String card,
            String processor,
            Money amount,
            Instant at,
            Optional<String> reason,
            Optional<Money> chargedBack,
            Optional<String> namedCard) {

        static Item of(TopUp topUp) {
            return new Item(
                    topUp.id(),
                    topUp.status(),
                    topUp.card(),
                    topUp.processor(),
                    topUp.amount(),
                    topUp.madeAt(),
                    topUp.reason(),
                    Optional.of(topUp.chargedBack()).filter(Money::isPositive),
                    topUp.namedCard());
        }
    }
}
