package com.allleads.vault.pages;

import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.vault.uses.VerificationRun;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Verifies the record of uses, and shows how far it is and what was found. */
@Component(service = Page.class, property = "allleads.command=allleads:uses-verify")
public final class VerificationPage implements Page {

    private static final String PATH = "/operator/uses";

    private final VerificationRun verification;

    @Activate
    public VerificationPage(@Reference VerificationRun verification) {
        this.verification = verification;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "verification.title", Access.Role.VIEWER, "verification.menu", 580);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        if (request.submitted()) {
            verification.start();
            return PageAnswer.goTo(PATH, "verification.started");
        }
        return PageAnswer.show(VerificationPage.class, "verification.ftl", Map.of("state", verification.state()));
    }
}
