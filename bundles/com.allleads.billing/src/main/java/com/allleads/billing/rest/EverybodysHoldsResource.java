package com.allleads.billing.rest;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.billing.HeldMoney;
import com.allleads.api.person.Slice;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Answers;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.Paging;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.api.rest.Takes;
import com.allleads.billing.OperatorActs;
import com.allleads.billing.holds.HoldRelease;
import com.allleads.billing.holds.Holds;
import java.util.Arrays;
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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Holds, for operators. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/holds")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.VIEWER)
public final class EverybodysHoldsResource implements RestResource {

    private final Holds holds;
    private final OperatorActs acts;

    @Activate
    public EverybodysHoldsResource(@Reference Holds holds, @Reference OperatorActs acts) {
        this.holds = holds;
        this.acts = acts;
    }

    @GET
    @Summary("Holds in one state, the open ones unless asked otherwise, newest first.")
    public Slice<HeldMoney> all(
            @Takes(HeldMoney.State.class) @QueryParam("state") String state,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        Paging paging = Paging.of(limit, cursor);
        return holds.all(state(state), paging.limit(), Cursors.number(paging));
    }

    @POST
    @Path("{key}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Role.OPERATOR)
    @Answers(status = 204)
    @Summary(
            value = "Lets what is set aside come back to the balance.",
            example = "{\"reason\": \"Cannot be delivered\"}")
    public Response release(@PathParam("key") String key, Release release, @Context SecurityContext security) {
        Caller caller = (Caller) security.getUserPrincipal();
        HoldRelease asked = HoldRelease.checked(key, release == null ? null : release.reason(), caller.getName());
        return acts.perform(
                OperatorAct.byRest(caller, "hold-release").on("hold", key).because(asked.reason()), () -> {
                    HoldRelease.orRefuse(holds.release(asked));
                    return Response.noContent().build();
                });
    }

    private static HeldMoney.State state(String text) {
        return text == null || text.isEmpty()
                ? HeldMoney.State.OPEN
                : Arrays.stream(HeldMoney.State.values())
                        .filter(known -> known.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid(
                                        "state", "must be one of " + Arrays.toString(HeldMoney.State.values()))
                                .exception());
    }

    /**
     * Why a hold is released.
     *
     * @param reason stands in the person's statement
     */
    public record Release(String reason) {}
}
