package com.allleads.catalog.rest;

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
import com.allleads.api.rest.ProblemException;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.catalog.Delivery;
import com.allleads.catalog.HeldOrders;
import com.allleads.catalog.Order;
import com.allleads.catalog.OrderBook;
import com.allleads.catalog.OrderIds;
import com.allleads.catalog.OrderOutcome;
import com.allleads.catalog.OrderStatus;
import com.allleads.catalog.Orders;
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

/** The orders of the person who is signed in. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/me/orders")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PERSON)
public final class OrdersResource implements RestResource {

    private final Orders orders;
    private final OrderBook book;
    private final HeldOrders later;

    @Activate
    public OrdersResource(@Reference Orders orders, @Reference OrderBook book, @Reference HeldOrders later) {
        this.orders = orders;
        this.book = book;
        this.later = later;
    }

    @POST
    @Idempotent
    @Answers(status = 201, body = Item.class)
    @Consumes(MediaType.APPLICATION_JSON)
    @Summary(
            value =
                    "Orders a service and pays it from the balance, or sets its price aside where it is delivered later.",
            example = "{\"service\": \"<service>\", \"quantity\": 1}")
    public Response order(NewOrder order, @Context IdempotencyKey key, @Context SecurityContext security) {
        NewOrder asked = order == null ? new NewOrder(null, null) : order;
        new FieldErrors()
                .present("service", asked.service())
                .present("quantity", asked.quantity())
                .refuse();
        OrderOutcome outcome = orders.place(person(security), key, asked.service(), asked.quantity());
        if (outcome instanceof OrderOutcome.Paid paid) {
            return Response.status(Response.Status.CREATED)
                    .entity(Item.of(paid.order()))
                    .build();
        }
        if (outcome instanceof OrderOutcome.Ordered ordered) {
            return Response.status(Response.Status.CREATED)
                    .entity(Item.of(ordered.order().asMade()))
                    .build();
        }
        throw problem(outcome).exception();
    }

    @GET
    @Summary("The person's orders, newest first.")
    public Slice<Item> all(
            @QueryParam("limit") String limit, @QueryParam("cursor") String cursor, @Context SecurityContext security) {
        return book.of(person(security), Paging.of(limit, cursor)).map(Item::of);
    }

    @GET
    @Path("{id}")
    @Summary("One of the person's own orders.")
    public Item one(@PathParam("id") String id, @Context SecurityContext security) {
        return OrderIds.read(id)
                .flatMap(order -> book.find(person(security), order))
                .map(Item::of)
                .orElseThrow(OrdersResource::notFound);
    }

    @POST
    @Path("{id}/cancellation")
    @Summary("Cancels an order that waits for delivery: its price comes back to the balance.")
    public Item cancel(@PathParam("id") String id, @Context SecurityContext security) {
        Order order = OrderIds.read(id)
                .flatMap(one -> book.find(person(security), one))
                .orElseThrow(OrdersResource::notFound);
        return Item.of(
                later.cancel(order.id(), Delivery.PERSON, Optional.empty()).orRefuse());
    }

    private static Problem problem(OrderOutcome outcome) {
        if (outcome instanceof OrderOutcome.InsufficientBalance) {
            return Problem.of(
                    402,
                    "insufficient-balance",
                    "The balance is too small for this order.",
                    "Top up the balance, then order again with a new Idempotency-Key.");
        }
        if (outcome instanceof OrderOutcome.KeyReused) {
            return IdempotencyKey.reused();
        }
        if (outcome instanceof OrderOutcome.UnknownService) {
            return Problem.invalid("service", "is not for sale");
        }
        if (outcome instanceof OrderOutcome.WrongCurrency) {
            return Problem.invalid("service", "is priced in another currency than the balance");
        }
        if (outcome instanceof OrderOutcome.WrongQuantity) {
            return Problem.invalid("quantity", "must be a whole number from 1 to " + Orders.MOST);
        }
        if (outcome instanceof OrderOutcome.Unavailable unavailable) {
            return Problem.unavailable(unavailable.reason());
        }
        return Problem.of(
                403,
                "account-not-active",
                "Only people with an active account can order.",
                "Verify the account with the PIN of the welcome message first.");
    }

    private static ProblemException notFound() {
        return Problem.notFound("An order with this id").exception();
    }

    private static PersonId person(SecurityContext security) {
        return ((Caller) security.getUserPrincipal()).requirePerson();
    }

    /**
     * What is ordered.
     *
     * @param service the service's id
     * @param quantity how many units
     */
    public record NewOrder(String service, Integer quantity) {}

    /**
     * An order.
     *
     * @param id the order's id
     * @param service the service's id
     * @param name what the service was called when it was ordered
     * @param quantity how many units
     * @param price of all units
     * @param status {@code PAID} where it was there at once; else where its delivery stands
     * @param orderedAt when
     * @param delivered how many units were delivered
     * @param paid what was paid
     * @param deliverBy until when it is delivered and its price set aside, where it is delivered later
     * @param endedAt when it was delivered, cancelled or expired
     * @param reason why it was cancelled, where the site did
     */
    public record Item(
            String id,
            String service,
            String name,
            int quantity,
            Money price,
            OrderStatus status,
            Instant orderedAt,
            int delivered,
            Money paid,
            Optional<Instant> deliverBy,
            Optional<Instant> endedAt,
            Optional<String> reason) {

        static Item of(Order order) {
            return new Item(
                    order.id().toString(),
                    order.service(),
                    order.name(),
                    order.quantity(),
                    order.total(),
                    order.status(),
                    order.orderedAt(),
                    order.delivered(),
                    order.paid(),
                    order.delivery().map(Delivery::by),
                    order.delivery().flatMap(Delivery::endedAt),
                    order.ended().flatMap(Delivery::reason));
        }
    }
}
