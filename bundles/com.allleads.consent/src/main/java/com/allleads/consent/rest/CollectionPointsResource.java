package com.allleads.consent.rest;

import com.allleads.api.consent.Consent;
import com.allleads.api.consent.PointNotice;
import com.allleads.api.person.Slice;
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

/** The places where personal data is collected: what each asks for and why, and which choices it offers; public. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/collection-points")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PUBLIC)
public final class CollectionPointsResource implements RestResource {

    private final Consent consent;

    @Activate
    public CollectionPointsResource(@Reference Consent consent) {
        this.consent = consent;
    }

    @GET
    @Summary("Every one, by id.")
    public Slice<PointNotice> all() {
        return new Slice<>(consent.points(), Optional.empty());
    }

    @GET
    @Path("{id}")
    @Summary("One of them.")
    public PointNotice one(@PathParam("id") String id) {
        return consent.point(id).orElseThrow(() -> Problem.notFound("A collection point with this id")
                .exception());
    }
}
