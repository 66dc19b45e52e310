package com.allleads.portal.session;

import com.allleads.api.operator.Operators;
import com.allleads.api.registration.Sessions;
import com.allleads.api.rest.Caller;
import com.allleads.portal.request.Incoming;
import java.util.Optional;
import java.util.function.Function;
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
        Optional<Function<String, Optional<Caller>>> known = operator ? operators() : people();
        if (known.isEmpty()) {
            return Visitor.UNKNOWN;
        }
        Function<String, Optional<Caller>> find = known.get();
        return cookie.flatMap(find)
                .map(caller -> new Visitor(caller, false, true))
                .or(() -> form.flatMap(find).map(caller -> new Visitor(caller, true, true)))
                .orElse(Visitor.ANYONE);
    }

    private Optional<Function<String, Optional<Caller>>> people() {
        return Optional.ofNullable(sessions)
                .map(known -> token -> known.find(token).map(session -> Caller.person(session.person(), token)));
    }

    private Optional<Function<String, Optional<Caller>>> operators() {
        return Optional.ofNullable(operators)
                .map(known -> token -> known.find(token).map(operator -> Caller.operator(operator, token)));
    }
}
