package com.allleads.registration.pages.operator;

import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.registration.operators.OperatorSessions;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which operators are signed in. */
@Component(service = Page.class, property = "allleads.command=allleads:operator-sessions")
public final class OperatorsPage implements Page {

    private final OperatorSessions sessions;

    @Activate
    public OperatorsPage(@Reference OperatorSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu("/operator/operators", "operators.title", Access.Role.VIEWER, "operators.menu", 895);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        return PageAnswer.show(OperatorsPage.class, "operators.ftl", Map.of("sessions", sessions.open()));
    }
}
