package com.allleads.audit.rest;

import com.allleads.api.audit.Channel;
import com.allleads.api.audit.Subject;
import com.allleads.api.operator.Operator;
import com.allleads.api.person.Slice;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Paging;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.api.rest.Takes;
import com.allleads.audit.ActFilter;
import com.allleads.audit.ActState;
import com.allleads.audit.ChainVerification;
import com.allleads.audit.RecordedAct;
import com.allleads.audit.RecordedActs;
import java.time.Instant;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What operators did, for operators. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/operator-acts")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.OPERATOR)
public final class OperatorActsResource implements RestResource {

    private final RecordedActs acts;
    private final ChainVerification verification;

    @Activate
    public OperatorActsResource(@Reference RecordedActs acts, @Reference ChainVerification verification) {
        this.acts = acts;
        this.verification = verification;
    }

    @GET
    @Summary("What operators did by the console, by REST and on pages, newest first.")
    public Slice<Item> all(
            @QueryParam("operator") String operator,
            @QueryParam("action") String action,
            @QueryParam("subject") String subject,
            @Takes(Channel.class) @QueryParam("channel") String channel,
            @Takes(ActState.class) @QueryParam("state") String state,
            @Takes(Instant.class) @QueryParam("since") String since,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        return acts.find(ActFilter.read(operator, action, subject, channel, state, since), Paging.of(limit, cursor))
                .map(Item::of);
    }

    @GET
    @Path("verification")
    @Summary("Verifies the chain of the record from its beginning.")
    public Verification verify() {
        ChainVerification.Report report = verification.verify();
        return new Verification(
                report.breaks() == 0, report.entries(), report.breaks(), report.firstBreak(), report.cutOff());
    }

    /**
     * An act.
     *
     * @param number its place in the record
     * @param at when it began
     * @param operator who did it
     * @param role in which role
     * @param channel by what
     * @param action what was done; where a command of the console does the same, its name
     * @param subject what it was done to
     * @param reason why, where that was asked for and whom it is about was not erased
     * @param state where it stands; {@code OPEN} where it is under way or was cut off
     * @param problem the type of the problem that was answered
     * @param endedAt when it ended
     */
    public record Item(
            long number,
            Instant at,
            String operator,
            Operator.Role role,
            Channel channel,
            String action,
            Optional<On> subject,
            Optional<String> reason,
            ActState state,
            Optional<String> problem,
            Optional<Instant> endedAt) {

        static Item of(RecordedAct act) {
            return new Item(
                    act.number(),
                    act.at(),
                    act.operator(),
                    act.role(),
                    act.channel(),
                    act.action(),
                    act.subject().map(On::of),
                    act.reason(),
                    act.state(),
                    act.problem(),
                    act.endedAt());
        }

        /** Leaves the reason out. */
        @Override
        public String toString() {
            return "Item[" + number + "]";
        }
    }

    /**
     * What an act was done to.
     *
     * @param kind what it is, as in {@code order}
     * @param id its identifier
     */
    public record On(String kind, String id) {

        static On of(Subject subject) {
            return new On(subject.kind(), subject.id());
        }
    }

    /**
     * What verification found.
     *
     * @param valid whether every entry is as it was written
     * @param entries how many there are; an act has two, its beginning and what came of it
     * @param breaks how many places do not fit
     * @param firstBreak the first of them
     * @param cutOff how many acts began more than an hour ago of which nothing says what came of them
     */
    public record Verification(boolean valid, long entries, long breaks, Optional<String> firstBreak, long cutOff) {}
}
