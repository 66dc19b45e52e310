package com.allleads.billing.rest;

import com.allleads.api.person.Slice;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Paging;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.billing.figures.Figures;
import com.allleads.billing.figures.ProcessorFigures;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How much card processors took, and what became of what they were asked, for operators. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/processors/figures")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.VIEWER)
public final class ProcessorFiguresResource implements RestResource {

    private final Figures figures;

    @Activate
    public ProcessorFiguresResource(@Reference Figures figures) {
        this.figures = figures;
    }

    @GET
    @Summary("The volume and the outcomes of each processor on each of the last 30 days, by name.")
    public Slice<ProcessorFigures> all(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        Paging paging = Paging.of(limit, cursor);
        String after = paging.cursor().orElse("");
        List<ProcessorFigures> rows = figures.latest().stream()
                .filter(one -> one.processor().compareTo(after) > 0)
                .limit(paging.limit() + 1L)
                .toList();
        return Slice.of(rows, paging.limit(), ProcessorFigures::processor);
    }
}
