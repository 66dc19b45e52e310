package com.allleads.rest.hosting;

import com.allleads.api.rest.Access;
import com.allleads.api.rest.RestResource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;

/** Answers its name; a request can be kept under way. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PUBLIC)
public final class Named implements RestResource {

    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch leave = new CountDownLatch(1);

    private final String name;

    public Named() {
        this("nameless");
    }

    public Named(String name) {
        this.name = name;
    }

    @GET
    public Name name() {
        return new Name(name, List.of());
    }

    @GET
    @Path("{rest: .+}")
    public Name below(@PathParam("rest") String rest) {
        return new Name(name + " " + rest, List.of());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Name echo(Name name) {
        return name;
    }

    @GET
    @Path("slow")
    public Name slow() throws InterruptedException {
        entered.countDown();
        if (!leave.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody let it go");
        }
        return name();
    }

    public record Name(String name, List<Name> others) {}
}
