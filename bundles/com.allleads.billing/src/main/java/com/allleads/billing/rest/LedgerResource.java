package com.allleads.billing.rest;

import com.allleads.api.rest.Access;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.billing.ledger.LedgerVerification;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The ledger, for operators. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/ledger")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.VIEWER)
public final class LedgerResource implements RestResource {

    private final LedgerVerification verification;

    @Activate
    public LedgerResource(@Reference LedgerVerification verification) {
        this.verification = verification;
    }

    @GET
    @Path("verification")
    @Summary("Checks sums, chain and balances of the whole ledger now.")
    public LedgerVerification.Result verify() {
        return verification.verify(entries -> {});
    }
}
