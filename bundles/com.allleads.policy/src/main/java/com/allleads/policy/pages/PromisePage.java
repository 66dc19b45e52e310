package com.allleads.policy.pages;

import com.allleads.api.policy.PromiseReport;
import com.allleads.api.policy.Promises;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Problem;
import com.allleads.policy.promises.PromiseHistory;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One promise, counted as the page is opened, and when it turned. */
@Component(service = Page.class, property = "allleads.command=allleads:promise")
public final class PromisePage implements Page {

    private final Promises promises;
    private final PromiseHistory history;

    @Activate
    public PromisePage(@Reference Promises promises, @Reference PromiseHistory history) {
        this.promises = promises;
        this.history = history;
    }

    @Override
    public PageInfo info() {
        return PageInfo.hidden("/operator/promises/promise", "promise.title", Access.Role.VIEWER);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        PromiseReport report = request.parameter("id")
                .flatMap(promises::report)
                .orElseThrow(() -> Problem.notFound("A promise with this id").exception());
        return PageAnswer.show(
                PromisePage.class, "promise.ftl", Map.of("promise", report, "turns", history.of(report.id())));
    }
}
