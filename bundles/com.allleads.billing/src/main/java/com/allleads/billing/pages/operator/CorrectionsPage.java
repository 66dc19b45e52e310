package com.allleads.billing.pages.operator;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.ProblemException;
import com.allleads.billing.OperatorActs;
import com.allleads.billing.corrections.Corrections;
import com.allleads.billing.corrections.Undoing;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Undoes a payment from a balance. */
@Component(service = Page.class, property = "allleads.command=allleads:ledger-undo")
public final class CorrectionsPage implements Page {

    private static final String PATH = "/operator/corrections";

    private final Corrections corrections;
    private final OperatorActs acts;

    @Activate
    public CorrectionsPage(@Reference Corrections corrections, @Reference OperatorActs acts) {
        this.corrections = corrections;
        this.acts = acts;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "corrections.title", Access.Role.VIEWER, "corrections.menu", 226);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        if (!request.submitted()) {
            return PageAnswer.show(CorrectionsPage.class, "corrections.ftl", Map.of("form", Form.blank()));
        }
        try {
            Undoing undoing = Undoing.checked(
                    request.parameter("transaction").orElse(""),
                    request.parameter("reason").orElse(""),
                    request.caller().getName());
            String made = acts.perform(
                    OperatorAct.byPage(request.caller(), "ledger-undo")
                            .on("transaction", Long.toString(undoing.transaction()))
                            .because(undoing.reason()),
                    () -> corrections.undo(undoing).orRefuse());
            return PageAnswer.goTo(PATH, "corrections.made", made);
        } catch (ProblemException refused) {
            Form form = Form.entered(request).refused(refused.problem());
            return PageAnswer.showInvalid(CorrectionsPage.class, "corrections.ftl", Map.of("form", form));
        }
    }
}
