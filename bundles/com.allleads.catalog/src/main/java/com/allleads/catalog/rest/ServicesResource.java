package com.allleads.catalog.rest;

import com.allleads.api.catalog.Catalog;
import com.allleads.api.catalog.Service;
import com.allleads.api.person.Slice;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Paging;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import java.util.List;
import java.util.stream.IntStream;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is for sale. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/services")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PUBLIC)
public final class ServicesResource implements RestResource {

    private final Catalog catalog;

    @Activate
    public ServicesResource(@Reference Catalog catalog) {
        this.catalog = catalog;
    }

    @GET
    @Summary("The services for sale, in the order in which they are shown.")
    public Slice<Service> all(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        Paging paging = Paging.of(limit, cursor);
        List<Service> services = catalog.services();
        int from = paging.cursor().map(after -> position(services, after) + 1).orElse(0);
        List<Service> rows =
                services.stream().skip(from).limit(paging.limit() + 1L).toList();
        return Slice.of(rows, paging.limit(), Service::id);
    }

    private static int position(List<Service> services, String id) {
        return IntStream.range(0, services.size())
                .filter(i -> services.get(i).id().equals(id))
                .findFirst()
                .orElseThrow(Paging::badCursor);
    }
}
