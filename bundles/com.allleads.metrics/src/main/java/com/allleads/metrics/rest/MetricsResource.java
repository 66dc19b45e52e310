package com.allleads.metrics.rest;

import com.allleads.api.rest.Access;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.metrics.Meters;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Metrics, for a Prometheus that signs in as an operator. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/metrics")
@Path("/")
@Access(Access.Role.VIEWER)
public final class MetricsResource implements RestResource {

    private final Meters meters;

    @Activate
    public MetricsResource(@Reference Meters meters) {
        this.meters = meters;
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @Summary("What the platform measures, in the text format of Prometheus. Nothing about a person.")
    public String metrics() {
        return meters.scrape();
    }
}
