package com.allleads.consent.rest;

import com.allleads.api.proof.Signer.Signed;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.consent.receipts.Receipts;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The signed receipts of the person who is signed in. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/me/receipts")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PERSON)
public final class ReceiptsResource implements RestResource {

    private final Receipts receipts;

    @Activate
    public ReceiptsResource(@Reference Receipts receipts) {
        this.receipts = receipts;
    }

    @GET
    @Path("{id}")
    @Summary("One of the person's own receipts.")
    public SignedReceipt one(@PathParam("id") String id, @Context SecurityContext security) {
        Signed signed = receipts.of(((Caller) security.getUserPrincipal()).requirePerson(), id)
                .orElseThrow(() -> Problem.notFound("A receipt with this id").exception());
        return new SignedReceipt(signed.statement(), signed.jws());
    }

    /**
     * A receipt.
     *
     * @param receipt what it says
     * @param jws the same, signed: a compact JWS that the key at {@code GET /keys} verifies
     */
    public record SignedReceipt(Map<String, Object> receipt, String jws) {}
}
