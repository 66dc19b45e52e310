package com.allleads.vault.pages;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Problem;
import com.allleads.vault.OperatorActs;
import com.allleads.vault.corrections.Corrections;
import com.allleads.vault.rights.Deadlines;
import com.allleads.vault.rights.Requests;
import com.allleads.vault.rights.Requests.Request;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people asked for and was not answered yet, and which outside parties are to be told of a correction. */
@Component(
        service = Page.class,
        property = {
            "allleads.command=allleads:requests",
            "allleads.command=allleads:corrections",
            "allleads.command=allleads:correction-told"
        })
public final class RightsPage implements Page {

    private static final String PATH = "/operator/requests";
    private static final int MOST = 100;

    private final Requests requests;
    private final Corrections corrections;
    private final OperatorActs acts;

    @Activate
    public RightsPage(@Reference Requests requests, @Reference Corrections corrections, @Reference OperatorActs acts) {
        this.requests = requests;
        this.corrections = corrections;
        this.acts = acts;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "rights.title", Access.Role.VIEWER, "rights.menu", 590);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        if (request.submitted()) {
            return acts.perform(
                    OperatorAct.byPage(request.caller(), "correction-told")
                            .on("notice", request.parameter("notice").orElse("")),
                    () -> told(request));
        }
        Instant now = Instant.now();
        Map<String, Object> model = Map.of(
                "requests",
                requests.open(MOST).stream()
                        .map(open -> OpenRequest.at(now, open))
                        .toList(),
                "notices",
                corrections.open(MOST));
        return PageAnswer.show(RightsPage.class, "rights.ftl", model);
    }

    private PageAnswer told(PageRequest request) {
        Optional<Long> notice = request.parameter("notice")
                .filter(number -> number.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
        boolean noted = notice.isPresent()
                && corrections.told(notice.get(), request.caller().getName(), Instant.now());
        if (!noted) {
            throw Problem.notFound("An open notice with this number").exception();
        }
        return PageAnswer.goTo(PATH, "rights.noted");
    }

    /**
     * A request without an answer.
     *
     * @param request the request
     * @param due by when it must be answered
     * @param late whether that is over
     */
    public record OpenRequest(Request request, Instant due, boolean late) {

        static OpenRequest at(Instant now, Request request) {
            Instant due = Deadlines.answer(request.receivedAt());
            return new OpenRequest(request, due, now.isAfter(due));
        }
    }
}
