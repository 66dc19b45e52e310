package com.allleads.policy.console;

import com.allleads.api.console.Listing;
import com.allleads.policy.diff.PolicyDiff;
import com.allleads.policy.diff.WordDiff.Run;
import com.allleads.policy.versions.PolicyVersion;
import com.allleads.policy.versions.Publishing;
import com.allleads.policy.versions.Versions;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;

/** {@code allleads:policy-diff [NUMBER]}. */
@Service
@Command(
        scope = "allleads",
        name = "policy-diff",
        description = "Says in plain words what a version of the policy changed, or what publishing now would change")
public final class PolicyDiffCommand implements Action {

    @Reference
    private Publishing publishing;

    @Reference
    private Versions versions;

    @Argument(
            name = "number",
            description = "A version, compared with the one before; without it, what is installed now")
    private Integer number;

    @Option(
            name = "--words",
            description = "A file with the words to publish, as allleads:policy-words --json prints them")
    @Completion(FileCompleter.class)
    private String words;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        PolicyDiff diff = number == null
                ? EnteredWords.accepted(() -> publishing.preview(EnteredWords.of(words, publishing::words)))
                : PolicyDiff.between(find(number - 1).content(), find(number).content());
        print(diff, json);
        return null;
    }

    static void print(PolicyDiff diff, boolean json) {
        Listing listing = Listing.of("what", "change");
        diff.lists().forEach(change -> listing.row(change.kind(), change.sentence("en")));
        diff.sections()
                .forEach(section -> listing.row("section." + section.after().id(), marked(section.runs("en"))));
        listing.print(System.out, json, "Nothing has changed.");
    }

    /** Words that went as [-gone-], words that came as {+new+}. */
    private static String marked(List<Run> runs) {
        return runs.stream()
                .map(run -> switch (run.change()) {
                    case GONE -> "[-" + run.text() + "-]";
                    case NEW -> "{+" + run.text() + "+}";
                    case SAME, CHANGED -> run.text();
                })
                .collect(Collectors.joining());
    }

    private PolicyVersion find(int wanted) {
        return versions.find(wanted)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no version " + wanted + "; allleads:policy-versions lists them all."));
    }
}
