package com.allleads.portal.session;

import com.allleads.api.registration.Sessions;
import com.allleads.api.rest.Caller;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Recognises who looks at a page by the token in the cookie, or, with cookies off, in a form. */
@Component(service = Visitors.class)
public final class Visitors {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Sessions sessions;

    /** Who it is; a valid cookie wins over a form. */
    public Visitor recognise(Optional<String> cookie, Optional<String> form) {
        Sessions known = sessions;
        if (known == null) {
            return Visitor.UNKNOWN;
        }
        return cookie.flatMap(token -> visitor(known, token, false))
                .or(() -> form.flatMap(token -> visitor(known, token, true)))
                .orElse(Visitor.ANYONE);
    }

    private static Optional<Visitor> visitor(Sessions sessions, String token, boolean carried) {
        return sessions.find(token).map(session -> new Visitor(Caller.person(session.person(), token), carried, true));
    }
}
