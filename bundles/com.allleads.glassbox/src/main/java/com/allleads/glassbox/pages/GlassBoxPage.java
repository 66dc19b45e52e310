package com.allleads.glassbox.pages;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;
import com.allleads.glassbox.Decisions;
import com.allleads.glassbox.Glance;
import com.allleads.glassbox.OperatorActs;
import com.allleads.glassbox.tries.Attempt;
import com.allleads.glassbox.tries.Tries;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The bundles that are not the host's own: what each sees, offers and tried. */
@Component(
        service = Page.class,
        property = {
            "allleads.command=allleads:glassbox",
            "allleads.command=allleads:glassbox-tries",
            "allleads.command=allleads:glassbox-trust"
        })
public final class GlassBoxPage implements Page {

    private static final String PATH = "/operator/glass-box";
    private static final int REASON_LENGTH = 400;

    private final Glance glance;
    private final Decisions decisions;
    private final OperatorActs acts;

    /** Looks when it is asked. */
    @Activate
    public GlassBoxPage(@Reference Glance glance, @Reference Decisions decisions, @Reference OperatorActs acts) {
        this.glance = glance;
        this.decisions = decisions;
        this.acts = acts;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "glassbox.title", Access.Role.VIEWER, "glassbox.menu", 420);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        if (!request.submitted()) {
            return PageAnswer.show(
                    GlassBoxPage.class, "glass-box.ftl", Map.of("bundles", glance.bundles(), "tries", tries()));
        }
        boolean withdraw = request.parameter("withdraw").isPresent();
        Bundle bundle =
                bundle(request.parameter(withdraw ? "withdraw" : "trust").orElse(""));
        return request.parameter("confirmed").isPresent()
                ? decide(request, bundle, withdraw)
                : PageAnswer.show(GlassBoxPage.class, "trust.ftl", question(Form.blank(), bundle, withdraw));
    }

    /** What it means is said before it is done. */
    private static Map<String, Object> question(Form form, Bundle bundle, boolean withdraw) {
        return Map.of(
                "form",
                form,
                "withdraw",
                withdraw,
                "number",
                Long.toString(bundle.getBundleId()),
                "bundle",
                Tries.name(bundle),
                "location",
                bundle.getLocation());
    }

    private PageAnswer decide(PageRequest request, Bundle bundle, boolean withdraw) {
        String reason = request.parameter("reason").orElse("");
        try {
            new FieldErrors().text("reason", reason, REASON_LENGTH).refuse();
        } catch (ProblemException refused) {
            Form form = Form.entered(request).refused(refused.problem());
            return PageAnswer.showInvalid(GlassBoxPage.class, "trust.ftl", question(form, bundle, withdraw));
        }
        OperatorAct act = OperatorAct.byPage(request.caller(), withdraw ? "glassbox-withdraw" : "glassbox-trust")
                .on("bundle", bundle.getSymbolicName())
                .because(reason);
        return acts.perform(act, () -> decide(bundle, withdraw, request.caller().getName(), reason));
    }

    private PageAnswer decide(Bundle bundle, boolean withdraw, String operator, String reason) {
        if (!withdraw) {
            decisions.trust(bundle, operator, reason);
            return PageAnswer.goTo(PATH, "glassbox.trusted", bundle.getSymbolicName());
        }
        if (!decisions.withdraw(bundle, operator, reason)) {
            throw unknown();
        }
        return PageAnswer.goTo(PATH, "glassbox.withdrawn", bundle.getSymbolicName());
    }

    private Bundle bundle(String number) {
        return decisions.find(number).stream().findFirst().orElseThrow(GlassBoxPage::unknown);
    }

    private static RuntimeException unknown() {
        return Problem.notFound("A bundle with this number that is not the host's own")
                .exception();
    }

    private List<ShownTry> tries() {
        return glance.tries().stream().map(ShownTry::of).toList();
    }

    /**
     * A try as operators see it.
     *
     * @param bundle who tried
     * @param kind what kind of thing
     * @param what the thing
     * @param times how often
     * @param last when last
     */
    public record ShownTry(String bundle, String kind, String what, long times, Instant last) {

        static ShownTry of(Attempt attempt) {
            return new ShownTry(
                    attempt.bundle(), attempt.kind().name(), attempt.what(), attempt.times(), attempt.last());
        }
    }
}
