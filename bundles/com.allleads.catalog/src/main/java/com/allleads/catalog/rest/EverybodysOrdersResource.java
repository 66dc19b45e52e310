package com.allleads.catalog.rest;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.person.Slice;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.Paging;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.api.rest.Takes;
import com.allleads.catalog.CancelReason;
import com.allleads.catalog.Delivery;
import com.allleads.catalog.HeldOrders;
import com.allleads.catalog.OperatorActs;
import com.allleads.catalog.Order;
import com.allleads.catalog.OrderBook;
import com.allleads.catalog.OrderFilter;
import com.allleads.catalog.OrderIds;
import com.allleads.catalog.OrderStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Everybody's orders, for operators, and how those end that are delivered later. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/orders")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.VIEWER)
public final class EverybodysOrdersResource implements RestResource {

    private final OrderBook book;
    private final HeldOrders later;
    private final OperatorActs acts;

    @Activate
    public EverybodysOrdersResource(
            @Reference OrderBook book, @Reference HeldOrders later, @Reference OperatorActs acts) {
        this.book = book;
        this.later = later;
        this.acts = acts;
    }

    @GET
    @Summary("Everybody's orders, of any status and service unless asked otherwise, newest first.")
    public Slice<Item> all(
            @Takes(OrderStatus.class) @QueryParam("status") String status,
            @QueryParam("service") String service,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        return book.everybodys(OrderFilter.read(given(service), given(status)), Paging.of(limit, cursor))
                .map(Item::of);
    }

    @GET
    @Path("{id}")
    @Summary("One order.")
    public Item one(@PathParam("id") String id) {
        return OrderIds.read(id)
                .flatMap(book::findPlaced)
                .map(Item::of)
                .orElseThrow(EverybodysOrdersResource::notFound);
    }

    @POST
    @Path("{id}/delivery")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Role.OPERATOR)
    @Summary(
            value = "An order was delivered, in whole or in part: what was delivered is paid, the rest comes back.",
            example = "{\"quantity\": 1}")
    public Item deliver(@PathParam("id") String id, Delivered delivered, @Context SecurityContext security) {
        Integer quantity = delivered == null ? null : delivered.quantity();
        new FieldErrors().present("quantity", quantity).refuse();
        UUID order = read(id);
        return acts.perform(
                OperatorAct.byRest(caller(security), "order-deliver").on("order", id),
                () -> Item.of(later.deliver(order, quantity, operator(security)).orRefuse()));
    }

    @POST
    @Path("{id}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Role.OPERATOR)
    @Summary(
            value = "An order is not delivered any more: its price comes back to the balance.",
            example = "{\"reason\": \"Cannot be delivered\"}")
    public Item cancel(@PathParam("id") String id, Cancelled cancelled, @Context SecurityContext security) {
        String reason = CancelReason.checked(cancelled == null ? null : cancelled.reason());
        UUID order = read(id);
        return acts.perform(
                OperatorAct.byRest(caller(security), "order-cancel")
                        .on("order", id)
                        .because(reason),
                () -> Item.of(later.cancel(order, operator(security), Optional.of(reason))
                        .orRefuse()));
    }

    private static UUID read(String id) {
        return OrderIds.read(id).orElseThrow(EverybodysOrdersResource::notFound);
    }

    private static ProblemException notFound() {
        return Problem.notFound("An order with this id").exception();
    }

    private static String operator(SecurityContext security) {
        return "operator " + caller(security).getName();
    }

    private static Caller caller(SecurityContext security) {
        return (Caller) security.getUserPrincipal();
    }

    private static Optional<String> given(String parameter) {
        return Optional.ofNullable(parameter).filter(text -> !text.isBlank());
    }

    /**
     * What was delivered.
     *
     * @param quantity how many units
     */
    public record Delivered(Integer quantity) {}

    /**
     * Why an order is cancelled.
     *
     * @param reason stands in the person's statement and in the message to them
     */
    public record Cancelled(String reason) {}

    /**
     * An order as operators see it.
     *
     * @param id the order's id
     * @param person who ordered
     * @param service the service's id
     * @param name what the service was called when it was ordered
     * @param quantity how many units
     * @param price of all units
     * @param status where it stands
     * @param orderedAt when
     * @param delivered how many units were delivered
     * @param paid what was paid
     * @param deliverBy until when it is delivered and its price set aside, where it is delivered later
     * @param endedAt when it was delivered, cancelled or expired
     * @param actor who delivered or cancelled it
     * @param reason why it was cancelled, where an operator did
     */
    public record Item(
            String id,
            String person,
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
            Optional<String> actor,
            Optional<String> reason) {

        static Item of(Order order) {
            Optional<Delivery> ended = order.ended();
            return new Item(
                    order.id().toString(),
                    order.person().toString(),
                    order.service(),
                    order.name(),
                    order.quantity(),
                    order.total(),
                    order.status(),
                    order.orderedAt(),
                    order.delivered(),
                    order.paid(),
                    order.delivery().map(Delivery::by),
                    ended.flatMap(Delivery::endedAt),
                    ended.flatMap(Delivery::actor),
                    ended.flatMap(Delivery::reason));
        }
    }
}
