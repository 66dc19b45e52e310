package com.allleads.consent.pages;

import com.allleads.api.consent.Consent;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The places where personal data is collected. */
@Component(service = Page.class, property = "allleads.command=allleads:collection-points")
public final class CollectionPointsPage implements Page {

    private final Consent consent;

    @Activate
    public CollectionPointsPage(@Reference Consent consent) {
        this.consent = consent;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu("/operator/collection-points", "points.title", Access.Role.VIEWER, "points.menu", 570);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        return PageAnswer.show(CollectionPointsPage.class, "points.ftl", Map.of("points", consent.points()));
    }
}
