package com.allleads.policy.pages;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.ProblemException;
import com.allleads.policy.OperatorActs;
import com.allleads.policy.heads.SignedHeadsFile;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The ends of chains as they were signed, whether they are still found, and beginning anew. */
@Component(
        service = Page.class,
        property = {"allleads.command=allleads:heads", "allleads.command=allleads:heads-renew"})
public final class HeadsPage implements Page {

    private static final String PATH = "/operator/heads";
    private static final int LONGEST_REASON = 200;

    private final SignedHeadsFile file;
    private final OperatorActs acts;

    @Activate
    public HeadsPage(@Reference SignedHeadsFile file, @Reference OperatorActs acts) {
        this.acts = acts;
        this.file = file;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "heads.title", Access.Role.VIEWER, "heads.menu", 575);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        if (!request.submitted()) {
            return PageAnswer.show(HeadsPage.class, "heads.ftl", model(Form.blank()));
        }
        if (request.parameter("renew").isEmpty()) {
            return acts.perform(OperatorAct.byPage(request.caller(), "heads"), this::sign);
        }
        String reason = request.parameter("reason").orElse("");
        try {
            new FieldErrors().text("reason", reason, LONGEST_REASON).refuse();
        } catch (ProblemException refused) {
            Form form = Form.entered(request).refused(refused.problem());
            return PageAnswer.showInvalid(HeadsPage.class, "heads.ftl", model(form));
        }
        acts.perform(OperatorAct.byPage(request.caller(), "heads-renew").because(reason), () -> {
            file.renew(request.caller().getName(), reason);
            return true;
        });
        return PageAnswer.goTo(PATH, "heads.renewed");
    }

    private PageAnswer sign() {
        try {
            return PageAnswer.goTo(PATH, file.sign() ? "heads.signed" : "heads.unchanged");
        } catch (IllegalStateException missed) {
            return PageAnswer.goTo(PATH, "heads.refused");
        }
    }

    private Map<String, Object> model(Form form) {
        return Map.of("form", form, "found", file.compareAll(), "heads", file.latest());
    }
}
