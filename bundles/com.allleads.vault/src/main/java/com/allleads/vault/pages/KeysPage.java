package com.allleads.vault.pages;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.ProblemException;
import com.allleads.vault.OperatorActs;
import com.allleads.vault.keys.MasterRotation;
import com.allleads.vault.keys.RotationRun;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Replaces the master key, and shows how far that is and when it was done. */
@Component(
        service = Page.class,
        property = {"allleads.command=allleads:vault-rotate", "allleads.command=allleads:vault-keys"})
public final class KeysPage implements Page {

    private static final String PATH = "/operator/vault-keys";
    private static final int LONGEST_REASON = 200;

    private final RotationRun run;
    private final MasterRotation rotation;
    private final OperatorActs acts;

    @Activate
    public KeysPage(@Reference RotationRun run, @Reference MasterRotation rotation, @Reference OperatorActs acts) {
        this.acts = acts;
        this.run = run;
        this.rotation = rotation;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "keys.title", Access.Role.VIEWER, "keys.menu", 585);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        if (!request.submitted()) {
            return PageAnswer.show(KeysPage.class, "keys.ftl", model(Form.blank()));
        }
        String reason = request.parameter("reason").orElse("");
        try {
            new FieldErrors().text("reason", reason, LONGEST_REASON).refuse();
        } catch (ProblemException refused) {
            Form form = Form.entered(request).refused(refused.problem());
            return PageAnswer.showInvalid(KeysPage.class, "keys.ftl", model(form));
        }
        boolean begun = acts.perform(
                OperatorAct.byPage(request.caller(), "vault-rotate").because(reason),
                () -> run.start(request.caller().getName(), reason));
        return PageAnswer.goTo(PATH, begun ? "keys.begun" : "keys.already");
    }

    private Map<String, Object> model(Form form) {
        return Map.of("form", form, "state", run.state(), "rotations", rotation.rotations());
    }
}
