package com.allleads.billing.rest;

import com.allleads.api.billing.HeldMoney;
import com.allleads.api.person.Slice;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.Paging;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.billing.holds.Holds;
import java.time.Instant;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What of the balance of the person who is signed in is or was set aside. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/me/holds")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PERSON)
public final class HoldsResource implements RestResource {

    private final Holds holds;

    @Activate
    public HoldsResource(@Reference Holds holds) {
        this.holds = holds;
    }

    @GET
    @Summary("What is or was set aside, newest first.")
    public Slice<Item> all(
            @QueryParam("limit") String limit, @QueryParam("cursor") String cursor, @Context SecurityContext security) {
        Paging paging = Paging.of(limit, cursor);
        return holds.of(
                        ((Caller) security.getUserPrincipal()).requirePerson(),
                        paging.limit(),
                        Cursors.number(paging).map(String::valueOf))
                .map(Item::of);
    }

    /**
     * A hold.
     *
     * @param key names it
     * @param amount what was set aside
     * @param reason what for
     * @param state where it stands
     * @param captured what was paid of it
     * @param at when it was made
     * @param expires when it comes back by itself
     * @param endedAt when it ended, where it did
     */
    public record Item(
            String key,
            Money amount,
            String reason,
            HeldMoney.State state,
            Money captured,
            Instant at,
            Instant expires,
            Optional<Instant> endedAt) {

        static Item of(HeldMoney hold) {
            return new Item(
                    hold.key(),
                    hold.amount(),
                    hold.reason(),
                    hold.state(),
                    hold.captured(),
                    hold.madeAt(),
                    hold.expires(),
                    hold.endedAt());
        }
    }
}
