package com.allleads.policy.console;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.console.Listing;
import com.allleads.policy.OperatorActs;
import com.allleads.policy.acceptance.Announcer;
import com.allleads.policy.versions.PolicyContent.Section;
import com.allleads.policy.versions.PolicyVersion;
import com.allleads.policy.versions.Publishing;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.ShellUtil;
import org.apache.karaf.shell.support.completers.FileCompleter;

/** {@code allleads:policy-publish REASON}. */
@Service
@Command(
        scope = "allleads",
        name = "policy-publish",
        description =
                "Publishes a new version of the policy and announces it to everybody; without --yes it only says what"
                        + " would be new")
public final class PolicyPublishCommand implements Action {

    @Reference
    private Publishing publishing;

    @Reference
    private Announcer announcer;

    @Reference
    private OperatorActs acts;

    @Argument(name = "reason", description = "Why, as people are told", required = true)
    private String reason;

    @Option(
            name = "--words",
            description = "A file with the words, as allleads:policy-words --json prints them; without it they stay")
    @Completion(FileCompleter.class)
    private String words;

    @Option(name = "--yes", description = "Publishes what was shown")
    private boolean yes;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        String operator = Optional.ofNullable(ShellUtil.getCurrentUserName())
                .orElseThrow(() -> new IllegalStateException("Only an operator who signed in may publish."));
        List<Section> sections = EnteredWords.of(words, publishing::words);
        if (!yes) {
            PolicyDiffCommand.print(EnteredWords.accepted(() -> publishing.preview(sections)), json);
            if (!json) {
                System.out.println("Nothing was published yet. Enter the same with --yes to publish it.");
            }
            return null;
        }
        PolicyVersion version = EnteredWords.accepted(() -> acts.perform(
                OperatorAct.byConsole(operator, "policy-publish").because(reason),
                () -> publishing.publish(sections, reason, operator)));
        announcer.wake();
        Listing.of("number", "publishedAt", "publishedBy", "reason")
                .row(version.number(), version.publishedAt(), version.publishedBy(), version.reason())
                .print(System.out, json, "");
        return null;
    }
}
