package com.allleads.portal.session;

import com.allleads.api.operator.Operators;
import com.allleads.api.registration.Sessions;
import com.allleads.api.registration.Sessions.Session;
import com.allleads.api.rest.Caller;
import com.allleads.portal.request.Incoming;
import com.allleads.portal.session.Visitor.Renewal;
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

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Operators operators;

    /** Who asks; a valid cookie wins over a form. In the operators' part of the site it is an operator, else a person. */
    public Visitor recognise(Incoming in) {
        return recognise(in.cookie(), in.carried(), Incoming.inOperatorPart(in.path()));
    }

    /** Who has the tokens of a cookie and of a form. */
    public Visitor recognise(Optional<String> cookie, Optional<String> form, boolean operator) {
        Optional<Finder> known = operator ? operators() : people();
        if (known.isEmpty()) {
            return Visitor.UNKNOWN;
        }
        Finder find = known.get();
        return cookie.flatMap(token -> find.visitor(token, false))
                .or(() -> form.flatMap(token -> find.visitor(token, true)))
                .orElse(Visitor.ANYONE);
    }

    private Optional<Finder> people() {
        return Optional.ofNullable(sessions).map(known -> (token, carried) -> person(known, token, carried));
    }

    /** Only a cookie is replaced: what a form carried cannot be taken back from the pages that are open. */
    private static Optional<Visitor> person(Sessions sessions, String token, boolean carried) {
        Optional<Session> found = carried ? sessions.find(token) : sessions.findAndReplace(token);
        return found.map(session -> new Visitor(
                Caller.person(session.person(), session.replacement().orElse(token)),
                carried,
                true,
                Optional.of(session.id()),
                session.replacement().map(next -> new Renewal(next, session.expires()))));
    }

    private Optional<Finder> operators() {
        return Optional.ofNullable(operators)
                .map(known -> (token, carried) -> known.find(token)
                        .map(operator -> new Visitor(
                                Caller.operator(operator, token),
                                carried,
                                true,
                                Optional.of(token),
                                Optional.empty())));
    }

    /** Finds who has a token, which came in a cookie or was carried by a form. */
    private interface Finder {

        Optional<Visitor> visitor(String token, boolean carried);
    }
}
