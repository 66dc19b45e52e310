package com.allleads.policy.pages;

import com.allleads.policy.diff.PolicyDiff;
import com.allleads.policy.diff.WordDiff.Run;
import java.util.List;

/**
 * A difference as a page shows it, in the reader's language.
 *
 * @param sentences what changed in the lists
 * @param sections the sections that are different
 */
public record ShownDiff(List<String> sentences, List<ShownSection> sections) {

    static ShownDiff of(PolicyDiff diff, String language) {
        return new ShownDiff(
                diff.lists().stream().map(change -> change.sentence(language)).toList(),
                diff.sections().stream()
                        .map(section -> new ShownSection(
                                section.title(language), section.change().name(), section.runs(language)))
                        .toList());
    }

    /**
     * A section.
     *
     * @param title its heading
     * @param change {@code NEW}, {@code GONE} or {@code CHANGED}
     * @param runs its words with what became of them
     */
    public record ShownSection(String title, String change, List<Run> runs) {}
}
