package com.allleads.policy.pages;

import com.allleads.api.person.PersonId;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.ProblemException;
import com.allleads.policy.acceptance.Accepting;
import com.allleads.policy.diff.PolicyDiff;
import com.allleads.policy.versions.PolicyContent;
import com.allleads.policy.versions.PolicyVersion;
import com.allleads.policy.versions.Versions;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Under which version of the policy a person stands, what a newer one changed, and the button that accepts it. */
@Component(service = Page.class)
public final class AcceptancePage implements Page {

    static final String PATH = "/account/policy";

    private final Accepting accepting;
    private final Versions versions;

    @Activate
    public AcceptancePage(@Reference Accepting accepting, @Reference Versions versions) {
        this.accepting = accepting;
        this.versions = versions;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "accept.title", Access.Role.PERSON, "accept.menu", 170);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        PersonId person = request.caller().requirePerson();
        if (!request.submitted()) {
            return show(person, request, Form.blank());
        }
        try {
            int version = request.parameter("version")
                    .filter(digits -> digits.matches("[0-9]{1,6}"))
                    .map(Integer::parseInt)
                    .orElse(0);
            accepting.accept(person, version, request.language().getLanguage());
            return PageAnswer.goTo(PATH, "accept.done", version);
        } catch (ProblemException refused) {
            return show(person, request, Form.blank().refused(refused.problem()));
        }
    }

    private PageAnswer show(PersonId person, PageRequest request, Form form) {
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("standing", accepting.standing(person));
        model.put("accepted", accepting.of(person));
        accepting.due(person).ifPresent(version -> {
            model.put("due", version);
            model.put(
                    "diff",
                    ShownDiff.of(
                            since(accepting.standing(person), version),
                            request.language().getLanguage()));
        });
        versions.latest().ifPresent(version -> {
            model.put("inForce", version);
            accepting.show(person, version.number());
        });
        return PageAnswer.show(AcceptancePage.class, "acceptance.ftl", model);
    }

    /** Against the version that the person knows; the first one holds for whoever knows none. */
    private PolicyDiff since(int standing, PolicyVersion version) {
        PolicyContent known =
                versions.find(Math.max(standing, 1)).map(PolicyVersion::content).orElse(version.content());
        return PolicyDiff.between(known, version.content());
    }
}
