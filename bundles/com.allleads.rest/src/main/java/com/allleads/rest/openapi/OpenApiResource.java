package com.allleads.rest.openapi;

import com.allleads.api.rest.Access;
import com.allleads.api.rest.Answers;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.rest.hosting.InstalledResources;
import com.allleads.rest.hosting.ServedResource;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The OpenAPI document of what is installed at this moment; public. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/openapi.json")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PUBLIC)
public final class OpenApiResource implements RestResource {

    private final InstalledResources resources;
    private volatile Written latest = new Written(new WeakReference<>(null), new byte[0]);

    @Activate
    public OpenApiResource(@Reference InstalledResources resources) {
        this.resources = resources;
    }

    @GET
    @Answers(body = Map.class)
    @Summary("The document; written anew only when what is served has changed.")
    public Response document() {
        List<ServedResource> served = resources.served();
        Written written = latest;
        if (written.of().get() != served) {
            written = new Written(new WeakReference<>(served), ApiDescription.of(served));
            latest = written;
        }
        return Response.ok(written.json()).build();
    }

    /** Held weakly, for the list leads to the classes of bundles that may be gone. */
    @SuppressWarnings("ArrayRecordComponent") // bytes are carried, never compared
    private record Written(WeakReference<List<ServedResource>> of, byte[] json) {}
}
