package com.allleads.rest.openapi;

import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Answers;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.api.rest.Idempotent;
import com.allleads.api.rest.Omittable;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Takes;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
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

/** What a document has to describe. */
@SuppressWarnings("SameNameButDifferent") // as in two bundles that know nothing of each other
final class Shop {

    private Shop() {}

    @Path("/")
    @Produces(MediaType.APPLICATION_JSON)
    @Access(Access.Role.PERSON)
    public static final class OrdersResource implements RestResource {

        @GET
        public Slice<Item> all(
                @QueryParam("limit") String limit,
                @Takes(LocalDate.class) @QueryParam("from") String from,
                @Context SecurityContext security) {
            throw new UnsupportedOperationException();
        }

        @GET
        @Path("{id: [a-f0-9]{4}}/lines/{line}")
        @Access(Access.Role.PUBLIC)
        public Item one(@PathParam("id") String id, @PathParam("line") int line) {
            throw new UnsupportedOperationException();
        }

        @POST
        @Idempotent
        @Consumes(MediaType.APPLICATION_JSON)
        @Answers(status = 201, body = Item.class)
        public Response order(NewOrder order, @Context IdempotencyKey key) {
            throw new UnsupportedOperationException();
        }

        @PATCH
        @Path("{id}")
        @Consumes(MediaType.APPLICATION_JSON)
        public Item change(@PathParam("id") String id, @Takes(NewOrder.class) JsonNode changes) {
            throw new UnsupportedOperationException();
        }

        @DELETE
        @Path("{id}")
        @Access(Access.Role.OPERATOR)
        public Response cancel(@PathParam("id") String id) {
            throw new UnsupportedOperationException();
        }

        public record NewOrder(
                String service,
                @Omittable(nullable = false) Integer quantity,
                @Omittable String note) {}

        public record Item(
                String id,
                Money price,
                Instant at,
                PersonId person,
                Optional<String> note,
                Optional<Money> discount,
                Map<String, Object> more,
                List<Money> parts,
                Way way) {}

        public enum Way {
            EMAIL,
            PHONE
        }
    }

    @Path("/")
    @Produces(MediaType.APPLICATION_JSON)
    @Access(Access.Role.PUBLIC)
    public static final class RefundsResource implements RestResource {

        @GET
        public Item one() {
            throw new UnsupportedOperationException();
        }

        public record Item(boolean done) {}
    }
}
