package com.allleads.rest.json;

import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.RestResource;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Takes and answers every kind of value. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Access(Access.Role.PUBLIC)
public final class Forms implements RestResource {

    @POST
    public Form echo(Form form) {
        return form;
    }

    @POST
    @Path("tree")
    public JsonNode tree(JsonNode tree) {
        return tree;
    }

    @POST
    @Path("bytes")
    @Consumes(MediaType.WILDCARD)
    public Slice<Integer> bytes(byte[] body) {
        return new Slice<>(List.of(body.length), Optional.empty());
    }

    @GET
    @Path("answer")
    public Answer answer() {
        return new Answer(
                Money.ofMajor(CurrencyUnit.JPY, 1200),
                PersonId.parse("00000000-0000-0000-0000-000000000001"),
                Instant.parse("2026-11-23T10:00:00Z"),
                LocalDate.parse("2026-11-23"),
                Optional.empty(),
                Optional.of("there"));
    }

    @GET
    @Path("slice")
    public Slice<Line> slice() {
        return new Slice<>(List.of(new Line("one", 1)), Optional.empty());
    }

    public enum Way {
        EMAIL,
        PHONE
    }

    public record Line(String service, int quantity) {}

    public record Ruled(String word) {

        public Ruled {
            new FieldErrors().text("word", word, 5).refuse();
        }
    }

    public record Form(
            String name,
            Money amount,
            Integer count,
            Boolean agreed,
            Optional<String> note,
            List<Line> lines,
            Way way,
            Instant at,
            UUID id,
            PersonId person,
            Ruled ruled) {}

    public record Answer(
            Money price,
            PersonId person,
            Instant at,
            LocalDate day,
            Optional<String> absent,
            Optional<String> present) {}
}
