package com.allleads.portal.settings;

import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The settings in force. They are changed in their files, where each is documented; here they are only read. */
@Component(service = Page.class, property = "allleads.command=allleads:settings")
public final class SettingsPage implements Page {

    private final SettingsInForce settings;

    @Activate
    public SettingsPage(@Reference SettingsInForce settings) {
        this.settings = settings;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu("/operator/settings", "settings.title", Access.Role.VIEWER, "settings.menu", 900);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        return PageAnswer.show(SettingsPage.class, "settings.ftl", Map.of("groups", settings.groups()));
    }
}
