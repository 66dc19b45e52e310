package com.allleads.registration.pages;

import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Where somebody ends who said that they are too young to register: nothing of what they entered was stored. */
@Component(service = Page.class)
public final class AgePage implements Page {

    static final String REGISTER = "/register";
    static final String PATH = "/register/age";

    @Override
    public PageInfo info() {
        return PageInfo.hidden(PATH, "age.title", Access.Role.PUBLIC);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        return PageAnswer.show(AgePage.class, "age.ftl", Map.of());
    }
}
