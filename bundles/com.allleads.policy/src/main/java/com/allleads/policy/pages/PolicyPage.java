package com.allleads.policy.pages;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.ProblemException;
import com.allleads.policy.OperatorActs;
import com.allleads.policy.acceptance.Announcer;
import com.allleads.policy.versions.PolicyContent;
import com.allleads.policy.versions.PolicyContent.Section;
import com.allleads.policy.versions.PolicyContent.Words;
import com.allleads.policy.versions.PolicyVersion;
import com.allleads.policy.versions.Publishing;
import com.allleads.policy.versions.Versions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The versions of the policy for operators: what is not published yet, new words, what they change, and publishing. */
@Component(
        service = Page.class,
        property = {
            "allleads.command=allleads:policy-versions",
            "allleads.command=allleads:policy-words",
            "allleads.command=allleads:policy-diff",
            "allleads.command=allleads:policy-publish"
        })
public final class PolicyPage implements Page {

    static final String PATH = "/operator/policy";

    private final Versions versions;
    private final Publishing publishing;
    private final Announcer announcer;
    private final OperatorActs acts;

    @Activate
    public PolicyPage(
            @Reference Versions versions,
            @Reference Publishing publishing,
            @Reference Announcer announcer,
            @Reference OperatorActs acts) {
        this.versions = versions;
        this.publishing = publishing;
        this.announcer = announcer;
        this.acts = acts;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "policy.title", Access.Role.VIEWER, "policy.menu", 405);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        if (!request.submitted()) {
            return show(request, Form.filled(values(publishing.words())), false);
        }
        List<Section> entered = entered(request);
        try {
            if (request.parameter("publish").isEmpty()) {
                publishing.check(entered);
                return preview(request, entered, Form.entered(request));
            }
            String reason = request.parameter("reason").orElse("");
            PolicyVersion version = acts.perform(
                    OperatorAct.byPage(request.caller(), "policy-publish").because(reason),
                    () -> publishing.publish(entered, reason, request.caller().getName()));
            announcer.wake();
            return PageAnswer.goTo(PATH, "policy.published", version.number());
        } catch (ProblemException refused) {
            Form form = Form.entered(request).refused(refused.problem());
            return form.errors().containsKey("reason") ? preview(request, entered, form) : show(request, form, true);
        }
    }

    /** What would be new, and the button that publishes it. */
    private PageAnswer preview(PageRequest request, List<Section> entered, Form form) {
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("values", values(entered));
        model.put(
                "diff",
                ShownDiff.of(publishing.preview(entered), request.language().getLanguage()));
        return form.errors().isEmpty()
                ? PageAnswer.show(PolicyPage.class, "policy-preview.ftl", model)
                : PageAnswer.showInvalid(PolicyPage.class, "policy-preview.ftl", model);
    }

    private PageAnswer show(PageRequest request, Form form, boolean refused) {
        List<PolicyVersion> all = new ArrayList<>(versions.all());
        Collections.reverse(all);
        String language = request.language().getLanguage();
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("versions", all);
        model.put("drift", ShownDiff.of(publishing.drift(), language));
        model.put(
                "sections",
                publishing.words().stream()
                        .map(section -> Map.of(
                                "id",
                                section.id(),
                                "title",
                                section.in(language).title()))
                        .toList());
        model.put("languages", PolicyContent.LANGUAGES);
        return refused
                ? PageAnswer.showInvalid(PolicyPage.class, "policy.ftl", model)
                : PageAnswer.show(PolicyPage.class, "policy.ftl", model);
    }

    private static Map<String, String> values(List<Section> sections) {
        Map<String, String> values = new LinkedHashMap<>();
        sections.forEach(section -> section.words().forEach((language, words) -> {
            values.put(section.id() + "." + language + ".title", words.title());
            values.put(section.id() + "." + language + ".text", words.text());
        }));
        return values;
    }

    /**
     * The words in force with what was entered in their place. A section whose words are all removed goes; where nothing would be
     * left all stay, so that each field says that it is required.
     */
    private List<Section> entered(PageRequest request) {
        List<Section> all = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        for (Section section : publishing.words()) {
            Map<String, Words> words = new LinkedHashMap<>();
            for (String language : PolicyContent.LANGUAGES) {
                String field = section.id() + "." + language;
                words.put(language, new Words(text(request, field + ".title"), text(request, field + ".text")));
            }
            all.add(new Section(section.id(), words));
            if (words.values().stream()
                    .anyMatch(entered ->
                            !entered.title().isEmpty() || !entered.text().isEmpty())) {
                sections.add(new Section(section.id(), words));
            }
        }
        return sections.isEmpty() ? all : sections;
    }

    /** Browsers end lines as in mail. */
    private static String text(PageRequest request, String field) {
        return request.parameter(field).orElse("").replace("\r\n", "\n");
    }
}
