package com.allleads.policy.pages;

import com.allleads.api.policy.OutsideParties;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who outside gets data at this moment, exactly as people are told. */
@Component(service = Page.class, property = "allleads.command=allleads:outside-parties")
public final class OutsidePartiesPage implements Page {

    private final OutsideParties parties;

    @Activate
    public OutsidePartiesPage(@Reference OutsideParties parties) {
        this.parties = parties;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu("/operator/outside-parties", "parties.title", Access.Role.VIEWER, "parties.menu", 410);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        return PageAnswer.show(OutsidePartiesPage.class, "parties.ftl", Map.of("parties", parties.installed()));
    }
}
