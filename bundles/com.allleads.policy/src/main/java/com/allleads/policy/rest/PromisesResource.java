package com.allleads.policy.rest;

import com.allleads.api.person.Slice;
import com.allleads.api.policy.PromiseReport;
import com.allleads.api.policy.Promises;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The promises with their evidence; public, and always all of them in one answer. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/promises")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PUBLIC)
public final class PromisesResource implements RestResource {

    private final Promises promises;

    @Activate
    public PromisesResource(@Reference Promises promises) {
        this.promises = promises;
    }

    @GET
    @Summary("Every promise.")
    public Slice<PromiseReport> all() {
        return new Slice<>(promises.reports(), Optional.empty());
    }

    @GET
    @Path("{id}")
    @Summary("One promise, counted now.")
    public PromiseReport one(@PathParam("id") String id) {
        return promises.report(id)
                .orElseThrow(() -> Problem.notFound("A promise with this id").exception());
    }
}
