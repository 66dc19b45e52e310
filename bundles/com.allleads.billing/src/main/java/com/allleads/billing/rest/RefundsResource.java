package com.allleads.billing.rest;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.audit.Subject;
import com.allleads.api.person.Slice;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Answers;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.api.rest.Idempotent;
import com.allleads.api.rest.Paging;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.billing.OperatorActs;
import com.allleads.billing.refunds.Refund;
import com.allleads.billing.refunds.Refund.Standing;
import com.allleads.billing.refunds.RefundOrder;
import com.allleads.billing.refunds.RefundStatus;
import com.allleads.billing.refunds.Refunds;
import java.time.Instant;
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

/** Refunds, for operators. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/refunds")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.OPERATOR)
public final class RefundsResource implements RestResource {

    private final Refunds refunds;
    private final OperatorActs acts;

    @Activate
    public RefundsResource(@Reference Refunds refunds, @Reference OperatorActs acts) {
        this.refunds = refunds;
        this.acts = acts;
    }

    @GET
    @Summary("Refunds as they stand now, newest first.")
    public Slice<Item> all(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        Paging paging = Paging.of(limit, cursor);
        return refunds.all(paging.limit(), Cursors.number(paging)).map(refund -> Item.of(refund, refund.standing()));
    }

    @GET
    @Path("{id}")
    @Summary("One of them.")
    public Item one(@PathParam("id") String id) {
        return refunds.find(id)
                .map(refund -> Item.of(refund, refund.standing()))
                .orElseThrow(() -> Problem.notFound("A refund with this id").exception());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Answers(status = 201, body = Item.class)
    @Summary(
            value =
                    "Gives money back to the cards that it came from; a repeated request is answered as the first one was.",
            example =
                    "{\"person\": \"<person>\", \"amount\": {\"amount\": \"1.00\", \"currency\": \"USD\"}, \"reason\": \"Goodwill\"}")
    public Response make(NewRefund refund, @Context IdempotencyKey key, @Context SecurityContext security) {
        NewRefund asked = refund == null ? new NewRefund(null, null, null) : refund;
        Caller caller = (Caller) security.getUserPrincipal();
        RefundOrder order = RefundOrder.checked(asked.person(), asked.amount(), asked.reason(), caller.getName(), key);
        Refund made = acts.perform(
                OperatorAct.byRest(caller, "refund")
                        .on(Subject.PERSON, order.person().toString())
                        .because(order.reason()),
                () -> refunds.refund(order).orRefuse());
        return Response.status(Response.Status.CREATED)
                .entity(Item.of(made, made.told().orElseGet(made::standing)))
                .build();
    }

    /**
     * A refund to be made.
     *
     * @param person the id of the person whose money it is
     * @param amount how much
     * @param reason why; stands in the person's statement
     */
    public record NewRefund(String person, Money amount, String reason) {}

    /**
     * A refund.
     *
     * @param id names it
     * @param person whose money it is
     * @param amount how much is to go back
     * @param refunded how much is on its way back
     * @param status what is known of it
     * @param reason why
     * @param requester by whom
     * @param at when
     */
    public record Item(
            String id,
            String person,
            Money amount,
            Money refunded,
            RefundStatus status,
            String reason,
            String requester,
            Instant at) {

        static Item of(Refund refund, Standing standing) {
            return new Item(
                    refund.id(),
                    refund.person().toString(),
                    refund.amount(),
                    standing.refunded(),
                    standing.status(),
                    refund.reason(),
                    refund.requester(),
                    refund.madeAt());
        }
    }
}
