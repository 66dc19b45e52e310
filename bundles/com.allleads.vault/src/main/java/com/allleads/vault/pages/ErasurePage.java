package com.allleads.vault.pages;

import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.proof.Signer.Signed;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;
import com.allleads.api.rest.RateLimiter;
import com.allleads.vault.rights.OwnErasure;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Erases the person who is signed in, and shows the certificate, which nobody can show again. */
@Component(service = Page.class)
public final class ErasurePage implements Page {

    /** Whoever guesses passwords here shares the limit of sign-in. */
    private static final String LIMIT = "sign-in";

    private final OwnErasure erasure;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile RateLimiter limiter;

    @Activate
    public ErasurePage(@Reference OwnErasure erasure) {
        this.erasure = erasure;
    }

    @Override
    public PageInfo info() {
        return PageInfo.hidden("/account/erasure", "erasure.title", Access.Role.PERSON);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        if (!request.submitted()) {
            return PageAnswer.show(ErasurePage.class, "erasure.ftl", Map.of("form", Form.blank()));
        }
        RateLimiter counting = limiter;
        if (counting != null && !counting.allow(LIMIT, request.client())) {
            throw Problem.of(
                            429,
                            "too-many-tries",
                            "That was tried too often.",
                            "Wait a few minutes, then try again. Nothing was done.")
                    .exception();
        }
        try {
            Signed signed = erasure.erase(request.caller().requirePerson(), request.exactly("password"));
            return PageAnswer.show(
                    ErasurePage.class, "erased.ftl", Map.of("statement", signed.statement(), "jws", signed.jws()));
        } catch (ProblemException refused) {
            Form form = Form.blank().refused(refused.problem());
            return PageAnswer.showInvalid(ErasurePage.class, "erasure.ftl", Map.of("form", form));
        }
    }
}
