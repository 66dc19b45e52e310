package com.allleads.rest.access;

import com.allleads.api.rest.RestResource;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;

/** Forgot to say who may call. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class Unmarked implements RestResource {

    @GET
    public Map<String, String> secret() {
        return Map.of("secret", "told");
    }
}
