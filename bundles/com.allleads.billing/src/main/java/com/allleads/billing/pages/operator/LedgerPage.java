package com.allleads.billing.pages.operator;

import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.billing.ledger.LedgerChecks;
import com.allleads.billing.ledger.LedgerChecks.Ended;
import com.allleads.billing.ledger.LedgerChecks.Failed;
import com.allleads.billing.ledger.LedgerChecks.Standing;
import com.allleads.billing.ledger.LedgerChecks.UnderWay;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Verifies the ledger, and tells how far that is and what was found. */
@Component(service = Page.class, property = "allleads.command=allleads:ledger-verify")
public final class LedgerPage implements Page {

    private static final String PATH = "/operator/ledger";

    private final LedgerChecks checks;

    @Activate
    public LedgerPage(@Reference LedgerChecks checks) {
        this.checks = checks;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "ledger.title", Access.Role.VIEWER, "ledger.menu", 230);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        if (request.submitted()) {
            checks.begin();
            return PageAnswer.goTo(PATH);
        }
        return PageAnswer.show(LedgerPage.class, "ledger.ftl", model(checks.standing()));
    }

    private static Map<String, Object> model(Standing standing) {
        if (standing instanceof UnderWay underWay) {
            return Map.of(
                    "state", "under-way", "checked", underWay.checked(), "entries", Math.max(1, underWay.entries()));
        }
        if (standing instanceof Ended ended) {
            return Map.of("state", "ended", "result", ended.result());
        }
        return Map.of("state", standing instanceof Failed ? "failed" : "not-begun");
    }
}
