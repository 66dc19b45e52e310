package com.allleads.consent.pages;

import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.portal.Text;
import com.allleads.api.rest.Access;
import com.allleads.consent.ChosenPurposes;
import com.allleads.consent.ConsentSettings;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What personal data may be used for, and how many people decided what. */
@Component(service = Page.class, property = "allleads.command=allleads:purposes")
public final class PurposesPage implements Page {

    private final ChosenPurposes purposes;
    private final ConsentSettings settings;

    @Activate
    public PurposesPage(@Reference ChosenPurposes purposes, @Reference ConsentSettings settings) {
        this.purposes = purposes;
        this.settings = settings;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu("/operator/purposes", "purposes.title", Access.Role.VIEWER, "purposes.menu", 560);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        return PageAnswer.show(
                PurposesPage.class, "purposes.ftl", Map.of("purposes", purposes.all(), "rules", rules()));
    }

    /** When people are asked again, as it is configured. */
    private Text rules() {
        ConsentSettings.Values now = settings.now();
        return now.times() == 0
                ? Text.of("purposes.rules.never")
                : Text.of(
                        "purposes.rules",
                        now.times(),
                        now.unanswered().toDays(),
                        now.afterRefusal().toTotalMonths());
    }
}
