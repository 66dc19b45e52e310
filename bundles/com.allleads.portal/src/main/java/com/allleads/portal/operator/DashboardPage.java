package com.allleads.portal.operator;

import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.portal.InstalledPanels;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the site is doing: what each capability has to say about it. */
@Component(service = Page.class)
public final class DashboardPage implements Page {

    private final InstalledPanels panels;

    @Activate
    public DashboardPage(@Reference InstalledPanels panels) {
        this.panels = panels;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu("/operator", "dashboard.title", Access.Role.VIEWER, "dashboard.menu", 0);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        return PageAnswer.show(
                DashboardPage.class, "dashboard.ftl", Map.of("panels", panels.shown(Access.Role.VIEWER, request)));
    }
}
