package com.allleads.consent.promises;

import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.consent.decisions.Decisions;
import com.allleads.consent.decisions.Decisions.Grounds;
import com.allleads.consent.decisions.ShownTexts;
import com.allleads.consent.decisions.TextDigest;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code choice.opt-in}: behind every agreement stands a text that was shown, unaltered since, at a place, in a language.
 */
@Component(service = PromiseCheck.class)
public final class ActedDecisions implements PromiseCheck {

    private final Decisions decisions;
    private final ShownTexts texts;

    @Activate
    public ActedDecisions(@Reference Decisions decisions, @Reference ShownTexts texts) {
        this.decisions = decisions;
        this.texts = texts;
    }

    @Override
    public String promise() {
        return "choice.opt-in";
    }

    @Override
    public Evidence count() {
        Map<String, String> wordings = texts.all();
        List<Grounds> grants =
                decisions.grounds().stream().filter(Grounds::granted).toList();
        return Evidence.none(
                "grantsWithoutAct",
                sum(grants.stream().filter(grant -> !acted(grant, wordings)).toList()),
                "grants",
                sum(grants),
                "Agreements that were recorded without the very text that the person saw, or without the place where"
                        + " they acted.");
    }

    private static boolean acted(Grounds grant, Map<String, String> wordings) {
        String wording = wordings.get(grant.textDigest());
        return wording != null
                && TextDigest.of(wording).equals(grant.textDigest())
                && !grant.point().isBlank()
                && !grant.language().isBlank();
    }

    private static long sum(List<Grounds> grants) {
        return grants.stream().mapToLong(Grounds::decisions).sum();
    }
}
