package com.allleads.rest.access;

import com.allleads.api.operator.Operator;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.api.rest.Idempotent;
import com.allleads.api.rest.RateLimited;
import com.allleads.api.rest.RestResource;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;

/** A door for everyone. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PERSON)
public final class Doors implements RestResource {

    @GET
    @Path("person")
    public Map<String, String> person(@Context SecurityContext security) {
        return Map.of(
                "person",
                ((Caller) security.getUserPrincipal()).requirePerson().toString(),
                "role",
                "" + security.isUserInRole("person") + security.isUserInRole("operator"));
    }

    @POST
    @Path("person")
    public Map<String, String> change(@Context SecurityContext security) {
        return person(security);
    }

    @GET
    @Path("operator")
    @Access(Access.Role.VIEWER)
    public Map<String, String> look(@Context SecurityContext security) {
        Operator operator = ((Caller) security.getUserPrincipal()).operator().orElseThrow();
        return Map.of(
                "operator",
                operator.name(),
                "role",
                "" + security.isUserInRole("viewer") + security.isUserInRole("operator"));
    }

    @POST
    @Path("operator")
    @Access(Access.Role.OPERATOR)
    public Map<String, String> act(@Context SecurityContext security) {
        return look(security);
    }

    @GET
    @Path("public")
    @Access(Access.Role.PUBLIC)
    public Map<String, String> everyone(@Context SecurityContext security) {
        return Map.of("caller", security.getUserPrincipal().getName());
    }

    @POST
    @Path("public")
    @Access(Access.Role.PUBLIC)
    @RateLimited("pin")
    public Map<String, String> limited() {
        return Map.of();
    }

    @POST
    @Path("once")
    @Access(Access.Role.PUBLIC)
    @Idempotent
    public Map<String, String> once(@Context IdempotencyKey key, Map<String, String> body) {
        return Map.of("key", key.key(), "digest", key.bodyDigest());
    }

    @Path("below")
    public Below below() {
        return new Below();
    }

    /** Says nothing about access. */
    @Produces(MediaType.APPLICATION_JSON)
    public static final class Below {

        @GET
        public Map<String, String> secret() {
            return Map.of("secret", "told");
        }
    }
}
