package com.allleads.consent.pages;

import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.consent.ChosenPurposes;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What personal data may be used for, and how many people decided what. */
@Component(service = Page.class, property = "allleads.command=allleads:purposes")
public final class PurposesPage implements Page {

    private final ChosenPurposes purposes;

    @Activate
    public PurposesPage(@Reference ChosenPurposes purposes) {
        this.purposes = purposes;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu("/operator/purposes", "purposes.title", Access.Role.VIEWER, "purposes.menu", 560);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        return PageAnswer.show(PurposesPage.class, "purposes.ftl", Map.of("purposes", purposes.all()));
    }
}
