package com.allleads.registration.pages;

import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageAnswer.GoTo;
import com.allleads.api.portal.PageAnswer.SessionChange;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.registration.Sessions.Session;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.Problem;
import com.allleads.registration.SignIn;
import com.allleads.registration.sessions.StoredSessions.NewSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sign-in. Afterwards the person goes where they wanted to, or to their contact data where its review is due. */
@Component(service = Page.class)
public final class SignInPage implements Page {

    private static final String PATH = "/sign-in";
    private static final String PASSWORD = "password";

    /** Pages of a person alone; nothing that leads out of the site. */
    private static final Pattern RETURN = Pattern.compile("/account(/[a-z0-9-]+)*(\\?[A-Za-z0-9=&_.~%-]*)?");

    private final SignIn signIn;
    private final TryLimits limits;

    @Activate
    public SignInPage(@Reference SignIn signIn, @Reference TryLimits limits) {
        this.signIn = signIn;
        this.limits = limits;
    }

    @Override
    public PageInfo info() {
        return PageInfo.hidden(PATH, "sign-in.title", Access.Role.PUBLIC);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        String to = request.parameter("to")
                .filter(path -> RETURN.matcher(path).matches())
                .orElse("/account");
        if (!request.submitted()) {
            return request.caller().person().isPresent()
                    ? PageAnswer.goTo(to)
                    : PageAnswer.show(SignInPage.class, "sign-in.ftl", Map.of("form", Form.blank(), "to", to));
        }
        List<Problem.FieldError> missing = missing(request);
        if (!missing.isEmpty()) {
            return refused(request, to, Problem.invalid(missing));
        }
        limits.count(TryLimits.SIGN_IN, request);
        SignIn.Outcome outcome = signIn.signIn(
                request.parameter("email").orElse(""),
                request.exactly(PASSWORD).orElse(""),
                request.parameter("remember").isPresent()
                        ? SignIn.Stay.WITH_A_REPLACED_COOKIE
                        : SignIn.Stay.UNTIL_THE_BROWSER_CLOSES,
                request.device());
        if (outcome instanceof SignIn.Outcome.SignedIn signedIn) {
            return signedIn(signedIn, to);
        }
        if (outcome instanceof SignIn.Outcome.Unverified unverified) {
            return PageAnswer.goTo("/verify?id=" + unverified.registration(), "sign-in.unverified");
        }
        return refused(request, to, refusal());
    }

    private static List<Problem.FieldError> missing(PageRequest request) {
        return new FieldErrors()
                .require(request.parameter("email").isPresent(), "email", "is required")
                .require(
                        request.exactly(PASSWORD)
                                .filter(entered -> !entered.isEmpty())
                                .isPresent(),
                        PASSWORD,
                        "is required")
                .found();
    }

    private static PageAnswer refused(PageRequest request, String to, Problem problem) {
        Form form = Form.entered(request, PASSWORD).refused(problem);
        return PageAnswer.showInvalid(SignInPage.class, "sign-in.ftl", Map.of("form", form, "to", to));
    }

    private static PageAnswer signedIn(SignIn.Outcome.SignedIn outcome, String to) {
        NewSession begun = outcome.session();
        Session session = begun.session();
        SessionChange change = new SessionChange.Begin(begun.token(), session.keepUntil());
        return outcome.reviewDue()
                ? new GoTo("/account/contact?review=due", Optional.empty(), change)
                : new GoTo(to, Optional.empty(), change);
    }

    private static Problem refusal() {
        return Problem.of(
                401,
                "sign-in-refused",
                "Email and password do not match an account.",
                "Check both and try again. After several wrong tries an account is locked for a while.");
    }
}
