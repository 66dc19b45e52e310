package com.allleads.vault.rest;

import com.allleads.api.rest.Access;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.vault.rights.OwnData;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Everything that is held about the person who is signed in. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/me/data")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PERSON)
public final class DataResource implements RestResource {

    private final OwnData ownData;

    @Activate
    public DataResource(@Reference OwnData ownData) {
        this.ownData = ownData;
    }

    @GET
    @Summary("By capability; the person's own fields under profile.")
    public Map<String, Object> all(@Context SecurityContext security) {
        return ownData.of(((Caller) security.getUserPrincipal()).requirePerson());
    }
}
