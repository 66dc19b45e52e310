package com.allleads.registration.pages;

import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageAnswer.GoTo;
import com.allleads.api.portal.PageAnswer.SessionChange;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.portal.Text;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Problem;
import com.allleads.registration.Deactivation;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Deactivates the account, after the password was entered once more. */
@Component(service = Page.class)
public final class DeactivationPage implements Page {

    private final Deactivation deactivation;
    private final TryLimits limits;

    @Activate
    public DeactivationPage(@Reference Deactivation deactivation, @Reference TryLimits limits) {
        this.deactivation = deactivation;
        this.limits = limits;
    }

    @Override
    public PageInfo info() {
        return PageInfo.hidden("/account/deactivation", "deactivation.title", Access.Role.PERSON);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        if (!request.submitted()) {
            return PageAnswer.show(DeactivationPage.class, "deactivation.ftl", Map.of("form", Form.blank()));
        }
        limits.count(TryLimits.SIGN_IN, request);
        String password = request.exactly("password").orElse("");
        if (deactivation.deactivate(request.caller().requirePerson(), password)) {
            return new GoTo("/", Text.say("deactivation.done"), new SessionChange.End());
        }
        Form form = Form.blank().refused(Problem.invalid("password", "is not the password of this account"));
        return PageAnswer.showInvalid(DeactivationPage.class, "deactivation.ftl", Map.of("form", form));
    }
}
