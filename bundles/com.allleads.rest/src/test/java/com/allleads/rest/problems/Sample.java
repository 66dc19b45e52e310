package com.allleads.rest.problems;

import com.allleads.api.rest.Access;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.RestResource;
import com.allleads.api.store.StoreException;
import java.util.Map;
import javax.ws.rs.BadRequestException;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** A resource on which everything can go wrong. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PUBLIC)
public final class Sample implements RestResource {

    @GET
    public Map<String, String> get() {
        return Map.of("hello", "there");
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Integer> count(Map<String, String> body) {
        return Map.of("members", body.size());
    }

    @GET
    @Path("number/{number}")
    public Map<String, Integer> number(@PathParam("number") int number) {
        return Map.of("number", number);
    }

    @GET
    @Path("fails/{how}")
    public Object fail(@PathParam("how") String how) {
        throw switch (how) {
            case "problem" ->
                Problem.of(402, "insufficient-balance", "Too little.", "Top up.")
                        .exception();
            case "store" -> new StoreException("reading", new RuntimeException("ada@mail.example"));
            case "forbidden" ->
                new WebApplicationException(
                        Response.status(403).entity("<h1>secret</h1>").build());
            case "teapot" -> new WebApplicationException(418);
            case "bad" -> new BadRequestException("quotes ada@mail.example");
            default -> new IllegalStateException("quotes ada@mail.example");
        };
    }

    @GET
    @Path("unwritable")
    public Object unwritable() {
        return new Unwritable();
    }

    @GET
    @Path("elsewhere")
    public Response elsewhere() {
        throw new WebApplicationException(
                Response.status(303).header("Location", "/").build());
    }

    /** Fails while it is written. */
    public static final class Unwritable {

        public String getSecret() {
            throw new IllegalStateException("quotes ada@mail.example");
        }
    }
}
