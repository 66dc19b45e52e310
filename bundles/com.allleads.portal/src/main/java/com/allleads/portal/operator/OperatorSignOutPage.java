package com.allleads.portal.operator;

import com.allleads.api.operator.Operators;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageAnswer.GoTo;
import com.allleads.api.portal.PageAnswer.SessionChange;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.portal.Text;
import com.allleads.api.rest.Access;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Ends an operator's session. Looking at it does nothing; only its form does, also for those who may only look. */
@Component(service = Page.class)
public final class OperatorSignOutPage implements Page {

    private final Operators operators;

    @Activate
    public OperatorSignOutPage(@Reference Operators operators) {
        this.operators = operators;
    }

    @Override
    public PageInfo info() {
        return PageInfo.hidden("/operator/sign-out", "sign-out.title", Access.Role.PUBLIC);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        if (request.caller().operator().isEmpty()) {
            return PageAnswer.goTo("/operator/sign-in");
        }
        if (!request.submitted()) {
            return PageAnswer.show(OperatorSignOutPage.class, "sign-out.ftl", Map.of());
        }
        request.caller().session().ifPresent(operators::end);
        return new GoTo("/operator/sign-in", Text.say("sign-out.done"), new SessionChange.EndOperator());
    }
}
