package com.allleads.portal.pages;

import com.allleads.api.catalog.Catalog;
import com.allleads.api.catalog.Service;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.portal.InstalledPanels;
import com.allleads.portal.rendering.ShownPanel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The first page: what the site is, and for whoever is signed in what needs attention and
 * the ways to everything else. */
@Component(service = Page.class)
public final class HomePage implements Page {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Catalog catalog;

    private final InstalledPanels panels;

    @Activate
    public HomePage(@Reference InstalledPanels panels) {
        this.panels = panels;
    }

    @Override
    public PageInfo info() {
        return PageInfo.hidden("/", "home.title", Access.Role.PUBLIC);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        List<Service> services =
                Optional.ofNullable(catalog).map(Catalog::services).orElse(List.of());
        List<ShownPanel> own =
                request.caller().person().isPresent() ? panels.shown(Access.Role.PERSON, request) : List.of();
        return PageAnswer.show(HomePage.class, "home.ftl", Map.of("services", services, "panels", own));
    }
}
