package com.allleads.billing.rest;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.audit.Subject;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Answers;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.api.rest.Idempotent;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.billing.OperatorActs;
import com.allleads.billing.promotions.Grant;
import com.allleads.billing.promotions.Promotions;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Credit that operators give. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/promotional-credits")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.OPERATOR)
public final class PromotionalCreditsResource implements RestResource {

    private final Promotions promotions;
    private final OperatorActs acts;

    @Activate
    public PromotionalCreditsResource(@Reference Promotions promotions, @Reference OperatorActs acts) {
        this.promotions = promotions;
        this.acts = acts;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Answers(status = 201, body = Given.class)
    @Summary(
            value = "Gives credit, which is spent first and never paid out; a repeated request gives nothing again.",
            example =
                    "{\"person\": \"<person>\", \"amount\": {\"amount\": \"1.00\", \"currency\": \"USD\"}, \"reason\": \"Welcome\"}")
    public Response give(NewCredit credit, @Context IdempotencyKey key, @Context SecurityContext security) {
        NewCredit asked = credit == null ? new NewCredit(null, null, null) : credit;
        Caller caller = (Caller) security.getUserPrincipal();
        Grant grant = Grant.checked(asked.person(), asked.amount(), asked.reason(), caller.getName(), key);
        String transaction = acts.perform(
                OperatorAct.byRest(caller, "credit-give")
                        .on(Subject.PERSON, grant.person().toString())
                        .because(grant.reason()),
                () -> promotions.grant(grant).orRefuse());
        return Response.status(Response.Status.CREATED)
                .entity(new Given(transaction, asked.person(), grant.amount(), grant.reason()))
                .build();
    }

    /**
     * Credit to be given.
     *
     * @param person the id of the person who gets it
     * @param amount how much
     * @param reason why; stands in the person's statement
     */
    public record NewCredit(String person, Money amount, String reason) {}

    /**
     * Credit that was given.
     *
     * @param transaction the number of the ledger transaction
     * @param person who got it
     * @param amount how much
     * @param reason why
     */
    public record Given(String transaction, String person, Money amount, String reason) {}
}
