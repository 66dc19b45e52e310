package com.allleads.billing.rest;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Answers;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.billing.OperatorActs;
import com.allleads.billing.corrections.Corrections;
import com.allleads.billing.corrections.Undoing;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Undoes payments, for operators. Needs no idempotency key: a transaction is undone once, however often it is asked for. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/corrections")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.OPERATOR)
public final class CorrectionsResource implements RestResource {

    private final Corrections corrections;
    private final OperatorActs acts;

    @Activate
    public CorrectionsResource(@Reference Corrections corrections, @Reference OperatorActs acts) {
        this.corrections = corrections;
        this.acts = acts;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(status = 201, body = Correction.class)
    @Summary(
            value = "Undoes a payment from a balance, or credit that was given, by the opposite transaction.",
            example = "{\"transaction\": \"<transaction>\", \"reason\": \"Charged by mistake\"}")
    public Response undo(NewCorrection correction, @Context SecurityContext security) {
        NewCorrection asked = correction == null ? new NewCorrection(null, null) : correction;
        Caller caller = (Caller) security.getUserPrincipal();
        Undoing undoing = Undoing.checked(asked.transaction(), asked.reason(), caller.getName());
        String made = acts.perform(
                OperatorAct.byRest(caller, "ledger-undo")
                        .on("transaction", Long.toString(undoing.transaction()))
                        .because(undoing.reason()),
                () -> corrections.undo(undoing).orRefuse());
        return Response.status(Response.Status.CREATED)
                .entity(new Correction(made, asked.transaction(), asked.reason()))
                .build();
    }

    /**
     * A correction to be made.
     *
     * @param transaction the number of what is to be undone, as in the person's statement
     * @param reason why; stands in the person's statement
     */
    public record NewCorrection(String transaction, String reason) {}

    /**
     * A correction.
     *
     * @param transaction its own number
     * @param undone the number of what it undid
     * @param reason why
     */
    public record Correction(String transaction, String undone, String reason) {}
}
