package com.allleads.billing.rest;

import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.billing.cards.Card;
import com.allleads.billing.cards.FallbackCards;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The cards to be charged where nothing was attempted with another one of the person who is signed in. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/me/fallback-cards")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PERSON)
public final class FallbackCardsResource implements RestResource {

    private final FallbackCards fallbacks;

    @Activate
    public FallbackCardsResource(@Reference FallbackCards fallbacks) {
        this.fallbacks = fallbacks;
    }

    @GET
    @Summary("The cards that the person named, in the order in which they are charged.")
    public Slice<Item> all(@Context SecurityContext security) {
        return items(fallbacks.of(person(security)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Summary(
            value = "Names cards to be charged, in their order, where nothing was attempted with another one.",
            example = "{\"cards\": [\"<card>\"]}")
    public Slice<Item> set(Wanted wanted, @Context SecurityContext security) {
        return items(fallbacks.set(person(security), wanted == null ? null : wanted.cards()));
    }

    private static Slice<Item> items(List<Card> cards) {
        return new Slice<>(cards.stream().map(Item::of).toList(), Optional.empty());
    }

    private static PersonId person(SecurityContext security) {
        return ((Caller) security.getUserPrincipal()).requirePerson();
    }

    /**
     * What is to be named.
     *
     * @param cards the person's cards, first the one that is charged first; empty to name none any more
     */
    public record Wanted(List<String> cards) {}

    /**
     * A card that is named.
     *
     * @param id the card
     * @param processor its processor
     * @param brand its brand
     * @param last4 the last four digits
     */
    public record Item(String id, String processor, String brand, String last4) {

        static Item of(Card card) {
            return new Item(card.id(), card.processor(), card.brand(), card.last4());
        }
    }
}
