package com.allleads.consent.rest;

import com.allleads.api.rest.Access;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.consent.receipts.SiteSigner;
import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The key that verifies what the site signed, as a JWK set (RFC 7517); public. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/keys")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PUBLIC)
public final class KeysResource implements RestResource {

    private final SiteSigner signer;

    @Activate
    public KeysResource(@Reference SiteSigner signer) {
        this.signer = signer;
    }

    @GET
    @Summary("The set, of one key.")
    public KeySet all() {
        return new KeySet(List.of(signer.publicKey()));
    }

    /**
     * A JWK set.
     *
     * @param keys its keys
     */
    public record KeySet(List<Map<String, String>> keys) {}
}
