package com.allleads.billing.rest;

import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Answers;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.Paging;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.api.rest.Takes;
import com.allleads.billing.ledger.Statement;
import com.allleads.billing.ledger.StatementCsv;
import com.allleads.billing.ledger.StatementFilter;
import com.allleads.billing.ledger.StatementPlace;
import com.allleads.billing.ledger.TransactionKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.StreamingOutput;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The statement of the person who is signed in. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/me/statement")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PERSON)
public final class StatementResource implements RestResource {

    private final Statement statement;
    private final StatementCsv csv;

    @Activate
    public StatementResource(@Reference Statement statement, @Reference StatementCsv csv) {
        this.statement = statement;
        this.csv = csv;
    }

    @GET
    @Summary("The entries of the person's balance, oldest first, each with the balance after it.")
    public Slice<Entry> entries(
            @Takes(TransactionKind.class) @QueryParam("kind") String kind,
            @Takes(LocalDate.class) @QueryParam("from") String from,
            @Takes(LocalDate.class) @QueryParam("to") String to,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @Context SecurityContext security) {
        Paging paging = Paging.of(limit, cursor);
        return statement
                .of(
                        ((Caller) security.getUserPrincipal()).requirePerson(),
                        StatementFilter.read(given(kind), given(from), given(to)),
                        paging.limit(),
                        place(paging))
                .map(Entry::of);
    }

    @GET
    @Path("csv")
    @Produces("text/csv")
    @Answers(body = String.class)
    @Summary("The whole statement as comma-separated values of RFC 4180, with a header row, oldest first.")
    public Response csv(
            @Takes(TransactionKind.class) @QueryParam("kind") String kind,
            @Takes(LocalDate.class) @QueryParam("from") String from,
            @Takes(LocalDate.class) @QueryParam("to") String to,
            @Context SecurityContext security) {
        PersonId person = ((Caller) security.getUserPrincipal()).requirePerson();
        StatementFilter filter = StatementFilter.read(given(kind), given(from), given(to));
        StreamingOutput lines = out -> csv.write(person, filter, out);
        return Response.ok(lines, StatementCsv.TYPE)
                .header("Content-Disposition", "attachment; filename=\"" + StatementCsv.NAME + "\"")
                .build();
    }

    private static StatementPlace place(Paging paging) {
        return paging.cursor()
                .map(cursor -> StatementPlace.parse(cursor).orElseThrow(Paging::badCursor))
                .orElse(StatementPlace.BEGINNING);
    }

    private static Optional<String> given(String parameter) {
        return Optional.ofNullable(parameter).filter(text -> !text.isBlank());
    }

    /**
     * An entry.
     *
     * @param number grows along the statement
     * @param transaction the ledger transaction's number
     * @param at when
     * @param kind why money moved
     * @param reason what for
     * @param amount what moved: negative where it was spent
     * @param balance what was on the balance afterwards
     */
    public record Entry(
            long number, String transaction, Instant at, String kind, String reason, Money amount, Money balance) {

        static Entry of(Statement.Line line) {
            return new Entry(
                    line.number(),
                    line.transaction(),
                    line.at(),
                    line.kind().name(),
                    line.reason(),
                    line.amount(),
                    line.balance());
        }
    }
}
