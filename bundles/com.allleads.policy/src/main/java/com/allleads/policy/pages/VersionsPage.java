package com.allleads.policy.pages;

import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Problem;
import com.allleads.policy.acceptance.Accepting;
import com.allleads.policy.diff.PolicyDiff;
import com.allleads.policy.versions.PolicyContent.Words;
import com.allleads.policy.versions.PolicyVersion;
import com.allleads.policy.versions.Versions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What each version of the policy said, and what it changed; public. */
@Component(service = Page.class)
public final class VersionsPage implements Page {

    static final String PATH = "/privacy/versions";

    private final Versions versions;
    private final Accepting accepting;

    @Activate
    public VersionsPage(@Reference Versions versions, @Reference Accepting accepting) {
        this.versions = versions;
        this.accepting = accepting;
    }

    @Override
    public PageInfo info() {
        return PageInfo.hidden(PATH, "versions.title", Access.Role.PUBLIC);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        String language = request.language().getLanguage();
        List<PolicyVersion> all = new ArrayList<>(versions.all());
        Collections.reverse(all);
        Map<String, Object> model = new HashMap<>();
        model.put("versions", all);
        shown(request).ifPresent(version -> {
            model.put("version", version);
            model.put("words", words(version, language));
            versions.find(version.number() - 1)
                    .ifPresent(before -> model.put(
                            "diff", ShownDiff.of(PolicyDiff.between(before.content(), version.content()), language)));
            request.caller().person().ifPresent(person -> accepting.show(person, version.number()));
        });
        return PageAnswer.show(VersionsPage.class, "versions.ftl", model);
    }

    /** The version asked for; the one in force where none is. */
    private Optional<PolicyVersion> shown(PageRequest request) {
        Optional<String> number = request.parameter("number");
        if (number.isEmpty()) {
            return versions.latest();
        }
        return Optional.of(number.filter(digits -> digits.matches("[0-9]{1,6}"))
                .flatMap(digits -> versions.find(Integer.parseInt(digits)))
                .orElseThrow(() -> Problem.notFound("A version of the policy with this number")
                        .exception()));
    }

    private static List<Words> words(PolicyVersion version, String language) {
        return version.content().sections().stream()
                .map(section -> section.in(language))
                .toList();
    }
}
