package com.allleads.registration.pages;

import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.registration.Looks;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which operators looked a person up, and why. */
@Component(service = Page.class)
public final class LooksPage implements Page {

    private final Looks looks;

    @Activate
    public LooksPage(@Reference Looks looks) {
        this.looks = looks;
    }

    @Override
    public PageInfo info() {
        return PageInfo.hidden("/account/looks", "looks.title", Access.Role.PERSON);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        return PageAnswer.show(
                LooksPage.class,
                "looks.ftl",
                Map.of("looks", looks.at(request.caller().requirePerson())));
    }
}
