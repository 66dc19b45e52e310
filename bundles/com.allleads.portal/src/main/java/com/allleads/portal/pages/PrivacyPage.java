package com.allleads.portal.pages;

import com.allleads.api.consent.Consent;
import com.allleads.api.policy.OutsideParties;
import com.allleads.api.policy.PromiseReport;
import com.allleads.api.policy.PromiseState;
import com.allleads.api.policy.Promises;
import com.allleads.api.policy.PublishedPolicy;
import com.allleads.api.policy.RetentionSource;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The privacy policy as it is at this moment: nothing on it is written down twice, everything comes from those who do it.
 * Where one of them is missing its section says so.
 */
@Component(service = Page.class)
public final class PrivacyPage implements Page {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Consent consent;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile OutsideParties parties;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Promises promises;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile PublishedPolicy policy;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<RetentionSource> retention = List.of();

    private final MeasuresInForce measures;

    @Activate
    public PrivacyPage(@Reference MeasuresInForce measures) {
        this.measures = measures;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu("/privacy", "privacy.title", Access.Role.PUBLIC, "privacy.menu", 900);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        Map<String, Object> model = new HashMap<>();
        model.put("measures", measures.sentences());
        Consent deciding = consent;
        if (deciding != null) {
            model.put("points", deciding.points().stream().map(ShownPoint::of).toList());
            model.put("purposes", deciding.purposes());
        }
        OutsideParties announcing = parties;
        if (announcing != null) {
            model.put("parties", announcing.installed());
        }
        PublishedPolicy published = policy;
        if (published != null) {
            published.inForce(request.language().getLanguage()).ifPresent(version -> model.put("version", version));
        }
        model.put(
                "retention",
                retention.stream().flatMap(source -> source.kept().stream()).toList());
        Promises checking = promises;
        if (checking != null) {
            List<PromiseReport> reports = checking.reports();
            model.put("promises", reports);
            model.put("kept", in(reports, PromiseState.KEPT));
            model.put("broken", in(reports, PromiseState.BROKEN));
            model.put("unproven", in(reports, PromiseState.UNPROVEN));
        }
        return PageAnswer.show(PrivacyPage.class, "privacy.ftl", model);
    }

    private static List<PromiseReport> in(List<PromiseReport> reports, PromiseState state) {
        return reports.stream().filter(report -> report.state() == state).toList();
    }
}
