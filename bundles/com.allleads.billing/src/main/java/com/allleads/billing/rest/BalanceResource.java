package com.allleads.billing.rest;

import com.allleads.api.billing.Balance;
import com.allleads.api.billing.PrepaidBalances;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The balance of the person who is signed in. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/me/balance")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PERSON)
public final class BalanceResource implements RestResource {

    private final PrepaidBalances balances;

    @Activate
    public BalanceResource(@Reference PrepaidBalances balances) {
        this.balances = balances;
    }

    @GET
    @Summary("The prepaid balance of the person who is signed in.")
    public Balance balance(@Context SecurityContext security) {
        return balances.balance(((Caller) security.getUserPrincipal()).requirePerson());
    }
}
