package com.allleads.billing.pages.operator;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.billing.HeldMoney;
import com.allleads.api.person.Slice;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.portal.Text;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.ProblemException;
import com.allleads.billing.OperatorActs;
import com.allleads.billing.holds.HoldRelease;
import com.allleads.billing.holds.Holds;
import com.allleads.billing.pages.Positions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is set aside, and the form by which it comes back. */
@Component(
        service = Page.class,
        property = {"allleads.command=allleads:holds", "allleads.command=allleads:hold-release"})
public final class HoldsPage implements Page {

    private static final String PATH = "/operator/holds";
    private static final int PER_PAGE = 50;
    private static final List<StateOption> STATES = Stream.of(HeldMoney.State.values())
            .map(state -> new StateOption(state.name(), Text.of("hold." + state)))
            .toList();

    private final Holds holds;
    private final OperatorActs acts;

    @Activate
    public HoldsPage(@Reference Holds holds, @Reference OperatorActs acts) {
        this.holds = holds;
        this.acts = acts;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "holds.title", Access.Role.VIEWER, "holds.menu", 222);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        if (!request.submitted()) {
            return PageAnswer.show(HoldsPage.class, "holds.ftl", model(request, Form.blank()));
        }
        try {
            HoldRelease release = HoldRelease.checked(
                    request.parameter("key").orElse(""),
                    request.parameter("reason").orElse(""),
                    request.caller().getName());
            return acts.perform(
                    OperatorAct.byPage(request.caller(), "hold-release")
                            .on("hold", release.key())
                            .because(release.reason()),
                    () -> {
                        HoldRelease.orRefuse(holds.release(release));
                        return PageAnswer.goTo(PATH, "holds.released");
                    });
        } catch (ProblemException refused) {
            Form form = Form.entered(request).refused(refused.problem());
            return PageAnswer.showInvalid(HoldsPage.class, "holds.ftl", model(request, form));
        }
    }

    private Map<String, Object> model(PageRequest request, Form form) {
        HeldMoney.State state = request.submitted() ? HeldMoney.State.OPEN : state(request);
        Optional<Long> before = request.submitted() ? Optional.empty() : Positions.cursor(request);
        Slice<HeldMoney> part = holds.all(state, PER_PAGE, before);
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("states", STATES);
        model.put("state", state.name());
        model.put("holds", part.items());
        model.put("next", part.next());
        return model;
    }

    /** The open ones, where nothing that is known is asked for. */
    private static HeldMoney.State state(PageRequest request) {
        return request.parameter("state")
                .flatMap(wanted -> Arrays.stream(HeldMoney.State.values())
                        .filter(known -> known.name().equals(wanted))
                        .findFirst())
                .orElse(HeldMoney.State.OPEN);
    }

    /**
     * A state to choose.
     *
     * @param value its name
     * @param label what operators call it
     */
    public record StateOption(String value, Text label) {}
}
