package com.allleads.rest.access;

import com.allleads.api.consent.Consent;
import com.allleads.api.rest.Caller;
import javax.annotation.Priority;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.ext.Provider;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Has consent heed the Global Privacy Control signal of whoever was recognised, before the resource is called. While consent
 * is away everything that could be agreed to is refused anyway.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
@Component(service = OptOutSignals.class)
public final class OptOutSignals implements ContainerRequestFilter {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Consent consent;

    @Override
    public void filter(ContainerRequestContext context) {
        Consent heeding = consent;
        if (heeding != null
                && "1".equals(context.getHeaderString("Sec-GPC"))
                && context.getSecurityContext().getUserPrincipal() instanceof Caller caller) {
            caller.person().ifPresent(heeding::signalled);
        }
    }
}
