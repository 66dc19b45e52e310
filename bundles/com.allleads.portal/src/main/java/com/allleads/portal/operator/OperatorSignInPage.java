package com.allleads.portal.operator;

import com.allleads.api.operator.Operators;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageAnswer.GoTo;
import com.allleads.api.portal.PageAnswer.SessionChange;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where operators sign in, with the name and password of the console. */
@Component(service = Page.class)
public final class OperatorSignInPage implements Page {

    private static final String PATH = "/operator/sign-in";
    private static final String PASSWORD = "password";

    /** Pages of operators alone; nothing that leads out of the site. */
    private static final Pattern RETURN = Pattern.compile("/operator(/[a-z0-9-]+)*(\\?[A-Za-z0-9=&_.~%-]*)?");

    private final Operators operators;

    @Activate
    public OperatorSignInPage(@Reference Operators operators) {
        this.operators = operators;
    }

    @Override
    public PageInfo info() {
        return PageInfo.hidden(PATH, "sign-in.title", Access.Role.PUBLIC);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        String to = request.parameter("to")
                .filter(path -> RETURN.matcher(path).matches())
                .orElse("/operator");
        if (!request.submitted()) {
            return request.caller().operator().isPresent() ? PageAnswer.goTo(to) : shown(Form.blank(), to);
        }
        List<Problem.FieldError> missing = missing(request);
        if (!missing.isEmpty()) {
            return refused(Form.entered(request, PASSWORD).refused(Problem.invalid(missing)), to);
        }
        Operators.SignIn outcome = operators.signIn(
                request.parameter("name").orElse(""), request.exactly(PASSWORD).orElse(""), request.client());
        if (outcome instanceof Operators.SignedIn signedIn) {
            return new GoTo(to, Optional.empty(), new SessionChange.BeginOperator(signedIn.token()));
        }
        return refused(Form.entered(request, PASSWORD).refused(refusal(outcome)), to);
    }

    private static List<Problem.FieldError> missing(PageRequest request) {
        return new FieldErrors()
                .require(request.parameter("name").isPresent(), "name", "is required")
                .require(
                        request.exactly(PASSWORD)
                                .filter(entered -> !entered.isEmpty())
                                .isPresent(),
                        PASSWORD,
                        "is required")
                .found();
    }

    private static Problem refusal(Operators.SignIn outcome) {
        return outcome instanceof Operators.TooMany many
                ? Problem.of(
                        429,
                        "too-many-tries",
                        "There were too many tries from this address.",
                        "Try again in " + (many.delay().toSeconds() + 1) + " seconds.")
                : Problem.of(
                        401,
                        "sign-in-refused",
                        "Name and password do not match an operator.",
                        "Check both and try again.");
    }

    private static PageAnswer shown(Form form, String to) {
        return PageAnswer.show(OperatorSignInPage.class, "sign-in.ftl", Map.of("form", form, "to", to));
    }

    private static PageAnswer refused(Form form, String to) {
        return PageAnswer.showInvalid(OperatorSignInPage.class, "sign-in.ftl", Map.of("form", form, "to", to));
    }
}
