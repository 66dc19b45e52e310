package com.allleads.registration.pages;

import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageAnswer.GoTo;
import com.allleads.api.portal.PageAnswer.SessionChange;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.portal.Text;
import com.allleads.api.registration.Sessions;
import com.allleads.api.rest.Access;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sign-out: by a form, so that no other site can do it by a link. */
@Component(service = Page.class)
public final class SignOutPage implements Page {

    private final Sessions sessions;

    @Activate
    public SignOutPage(@Reference Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public PageInfo info() {
        return PageInfo.hidden("/sign-out", "sign-out.title", Access.Role.PUBLIC);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        if (!request.submitted()) {
            return PageAnswer.show(SignOutPage.class, "sign-out.ftl", Map.of());
        }
        request.caller().session().ifPresent(sessions::end);
        return new GoTo("/", Text.say("sign-out.done"), new SessionChange.End());
    }
}
