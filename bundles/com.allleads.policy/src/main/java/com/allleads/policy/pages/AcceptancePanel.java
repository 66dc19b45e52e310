package com.allleads.policy.pages;

import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.portal.Panel;
import com.allleads.policy.acceptance.Accepting;
import com.allleads.policy.versions.PolicyVersion;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells a person at their start page that the policy changed, until they accepted it. */
@Component(service = Panel.class)
public final class AcceptancePanel implements Panel {

    private final Accepting accepting;

    @Activate
    public AcceptancePanel(@Reference Accepting accepting) {
        this.accepting = accepting;
    }

    @Override
    public Info info() {
        return Info.forPeople("accept.changed", 5, AcceptancePage.PATH);
    }

    @Override
    public PageAnswer.Show show(PageRequest request) {
        Optional<PolicyVersion> due = request.caller().person().flatMap(accepting::due);
        return PageAnswer.show(
                AcceptancePanel.class,
                "acceptance-panel.ftl",
                due.<Map<String, Object>>map(version -> Map.of("empty", false, "due", version))
                        .orElse(Map.of("empty", true)));
    }
}
