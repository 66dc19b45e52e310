package com.allleads.vault.pages;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.vault.OperatorActs;
import com.allleads.vault.retention.StatedRetention;
import com.allleads.vault.retention.SweepRun;
import com.allleads.vault.retention.Sweeps;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How long each field is kept, what the sweeps deleted, and a sweep at once. */
@Component(
        service = Page.class,
        property = {"allleads.command=allleads:retention", "allleads.command=allleads:retention-sweep"})
public final class RetentionPage implements Page {

    private static final String PATH = "/operator/retention";
    private static final int SHOWN = 20;

    private final SweepRun run;
    private final Sweeps sweeps;
    private final StatedRetention stated;
    private final OperatorActs acts;

    @Activate
    public RetentionPage(
            @Reference SweepRun run,
            @Reference Sweeps sweeps,
            @Reference StatedRetention stated,
            @Reference OperatorActs acts) {
        this.acts = acts;
        this.run = run;
        this.sweeps = sweeps;
        this.stated = stated;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "retention.title", Access.Role.VIEWER, "retention.menu", 590);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        if (request.submitted()) {
            boolean begun = acts.perform(
                    OperatorAct.byPage(request.caller(), "retention-sweep"),
                    () -> run.start(request.caller().getName()));
            return PageAnswer.goTo(PATH, begun ? "retention.begun" : "retention.already");
        }
        return PageAnswer.show(
                RetentionPage.class,
                "retention.ftl",
                Map.of("state", run.state(), "sweeps", sweeps.newest(SHOWN), "rules", stated.all()));
    }
}
