package com.allleads.vault.rest;

import com.allleads.api.proof.Signer.Signed;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.RateLimited;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.vault.rights.OwnErasure;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Erases the person who is signed in; without registration there is nobody to check the password, and this is not there. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/me/erasure")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PERSON)
public final class ErasureResource implements RestResource {

    private final OwnErasure erasure;

    @Activate
    public ErasureResource(@Reference OwnErasure erasure) {
        this.erasure = erasure;
    }

    @POST
    @RateLimited("sign-in")
    @Consumes(MediaType.APPLICATION_JSON)
    @Summary(value = "Erases, and answers a certificate.", example = "{\"password\": \"correct horse battery staple\"}")
    public SignedCertificate erase(ErasureRequest request, @Context SecurityContext security) {
        Signed signed = erasure.erase(
                ((Caller) security.getUserPrincipal()).requirePerson(),
                Optional.ofNullable(request).map(ErasureRequest::password));
        return new SignedCertificate(signed.statement(), signed.jws());
    }

    /**
     * Asks for erasure.
     *
     * @param password the person's password
     */
    public record ErasureRequest(String password) {

        /** Leaves the password out. */
        @Override
        public String toString() {
            return "ErasureRequest[]";
        }
    }

    /**
     * The proof.
     *
     * @param certificate what it says
     * @param jws the same, signed: a compact JWS that the key at {@code GET /keys} verifies
     */
    public record SignedCertificate(Map<String, Object> certificate, String jws) {}
}
