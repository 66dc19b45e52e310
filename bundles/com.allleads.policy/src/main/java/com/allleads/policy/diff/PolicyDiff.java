package com.allleads.policy.diff;

import com.allleads.policy.diff.WordDiff.Change;
import com.allleads.policy.diff.WordDiff.Run;
import com.allleads.policy.versions.PolicyContent;
import com.allleads.policy.versions.PolicyContent.Section;
import com.allleads.policy.versions.PolicyContent.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is different between two versions of the policy.
 *
 * @param sections the sections that came, went or were worded anew
 * @param lists what changed in the lists
 */
public record PolicyDiff(List<SectionDiff> sections, List<ListChange> lists) {

    /** No difference. */
    public static final PolicyDiff NONE = new PolicyDiff(List.of(), List.of());

    /** From one to the other. */
    public static PolicyDiff between(PolicyContent before, PolicyContent after) {
        return new PolicyDiff(
                sections(before.sections(), after.sections()), ListChanges.between(before.lists(), after.lists()));
    }

    /** Whether both say the same. */
    public boolean isEmpty() {
        return sections.isEmpty() && lists.isEmpty();
    }

    private static List<SectionDiff> sections(List<Section> before, List<Section> after) {
        Map<String, Section> old = byId(before);
        Map<String, Section> now = byId(after);
        List<SectionDiff> diffs = new ArrayList<>();
        before.stream()
                .filter(section -> !now.containsKey(section.id()))
                .forEach(section -> diffs.add(new SectionDiff(Change.GONE, section, section)));
        for (Section section : after) {
            Section earlier = old.get(section.id());
            if (earlier == null) {
                diffs.add(new SectionDiff(Change.NEW, section, section));
            } else if (!earlier.words().equals(section.words())) {
                diffs.add(new SectionDiff(Change.CHANGED, earlier, section));
            }
        }
        return List.copyOf(diffs);
    }

    private static Map<String, Section> byId(List<Section> sections) {
        return sections.stream().collect(Collectors.toMap(Section::id, Function.identity(), (one, other) -> one));
    }

    /**
     * A section that is different.
     *
     * @param change whether it came, went or was worded anew
     * @param before what it said; the same as {@code after} where it came or went
     * @param after what it says
     */
    public record SectionDiff(Change change, Section before, Section after) {

        /** Its heading, the newer one. */
        public String title(String language) {
            return after.in(language).title();
        }

        /** Its words with what became of them. */
        public List<Run> runs(String language) {
            Words now = after.in(language);
            if (change != Change.CHANGED) {
                return List.of(new Run(change, now.text()));
            }
            Words old = before.in(language);
            List<Run> runs = new ArrayList<>();
            if (!old.title().equals(now.title())) {
                runs.addAll(WordDiff.between(old.title() + "\n\n", now.title() + "\n\n"));
            }
            runs.addAll(WordDiff.between(old.text(), now.text()));
            return List.copyOf(runs);
        }
    }
}
