package com.allleads.rest.readiness;

import com.allleads.api.rest.Access;
import com.allleads.api.rest.Answers;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the site serves; public. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/ready")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PUBLIC)
public final class ReadyResource implements RestResource {

    private final SiteReadiness readiness;

    @Activate
    public ReadyResource(@Reference SiteReadiness readiness) {
        this.readiness = readiness;
    }

    @GET
    @Answers(body = Ready.class)
    @Summary("200 when it does, else 503.")
    public Response ready() {
        List<String> missing = readiness.missing();
        return Response.status(missing.isEmpty() ? 200 : 503)
                .entity(new Ready(missing.isEmpty(), missing))
                .build();
    }

    /**
     * The answer.
     *
     * @param ready whether the site serves
     * @param missing what is missing, one sentence each
     */
    public record Ready(
            boolean ready,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> missing) {}
}
