package com.allleads.portal;

import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import java.util.List;
import java.util.Map;

/** A page with a record of its own, to be loaded by a class loader of its own, as a bundle's is. */
public final class GuestPage implements Page {

    /** What it shows. */
    public record Guest(String name) {}

    @Override
    public PageInfo info() {
        return PageInfo.hidden("/guest", "Guest", Access.Role.PUBLIC);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        return PageAnswer.show(
                GuestPage.class,
                "guest.ftl",
                Map.of("guests", List.of(new Guest("Ann")), "value", "x", "form", Form.blank()));
    }
}
