package com.allleads.rest.access;

import com.allleads.api.rest.Access;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.SameOrigin;
import com.allleads.rest.limits.TokenBuckets;
import com.allleads.rest.problems.HeaderedProblemException;
import com.allleads.rest.request.ApiRequest;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.annotation.Priority;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.ext.Provider;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/**
 * Stands before every method of one resource, before the body is parsed: counts the try, recognises the caller, and lets
 * only those in whom the method is for. A method without a word about it is for nobody.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public final class Guard implements ContainerRequestFilter {

    private final Recognition recognition;
    private final TokenBuckets limits;
    private final Map<Method, MethodRule> rules = new ConcurrentHashMap<>();

    /** A guard for one resource; it remembers the resource's methods, so it must not outlive it. */
    public Guard(Recognition recognition, TokenBuckets limits) {
        this.recognition = recognition;
        this.limits = limits;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        Message message = JAXRSUtils.getCurrentMessage();
        ApiRequest request = (ApiRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
        OperationResourceInfo operation = message.getExchange().get(OperationResourceInfo.class);
        MethodRule rule = rules.computeIfAbsent(operation.getAnnotatedMethod(), MethodRule::of);
        rule.limit()
                .flatMap(limit -> limits.refusal(limit, request.getRemoteAddr()))
                .ifPresent(Guard::refuseTooMany);
        Access.Role role =
                rule.role().orElseThrow(() -> forbidden("Nobody may call this.").exception());
        Identity identity = recognition.of(request, role);
        admit(identity, role, request);
        context.setSecurityContext(identity);
        if (rule.idempotent()) {
            IdempotencyHeader.check(request);
        }
    }

    private static void admit(Identity identity, Access.Role role, ApiRequest request) {
        if (role == Access.Role.PUBLIC) {
            return;
        }
        if (identity.isAnyone()) {
            throw unknown(role, request);
        }
        if (!identity.caller().is(role)) {
            throw forbidden(
                            identity.caller().operator().isPresent()
                                    ? "This is for operators who may act; yours may look."
                                    : "This is for operators.")
                    .exception();
        }
        if (identity.proof().isSentByItself() && !request.isSafe() && SameOrigin.isForeign(request::getHeader)) {
            throw forbidden("Another site sent this request; only this site's own pages may.")
                    .exception();
        }
    }

    private static Problem forbidden(String why) {
        return Problem.of(403, "forbidden", "This is not allowed.", why);
    }

    /** A challenge for name and password makes browsers ask for them, so it is only for what is no browser. */
    private static HeaderedProblemException unknown(Access.Role role, ApiRequest request) {
        boolean operators = role != Access.Role.PERSON;
        boolean password = operators && request.getHeader("Sec-Fetch-Site") == null;
        String challenge = password ? "Basic realm=\"AllLeads\", charset=\"UTF-8\"" : "Bearer realm=\"AllLeads\"";
        Problem problem = Problem.of(
                401,
                "sign-in-required",
                "Sign in first.",
                operators
                        ? "Send name and password of an operator, or the token of a session that has not ended."
                        : "Send the cookie or the token of a session that has not ended.");
        return new HeaderedProblemException(problem, Map.of(HttpHeaders.WWW_AUTHENTICATE, challenge));
    }

    private static void refuseTooMany(Duration wait) {
        throw TooManyTries.after(wait);
    }
}
