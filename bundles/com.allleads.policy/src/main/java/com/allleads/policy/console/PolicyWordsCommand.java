package com.allleads.policy.console;

import com.allleads.policy.versions.Publishing;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:policy-words}. */
@Service
@Command(
        scope = "allleads",
        name = "policy-words",
        description = "Prints the words of the policy; with --json as a file to edit and publish")
public final class PolicyWordsCommand implements Action {

    @Reference
    private Publishing publishing;

    @Option(name = "--json", description = "Prints the words in both languages as JSON")
    private boolean json;

    @Override
    public Object execute() {
        if (json) {
            System.out.println(EnteredWords.print(publishing.words()));
        } else {
            publishing
                    .words()
                    .forEach(section -> System.out.println(
                            section.in("en").title() + "\n\n" + section.in("en").text() + "\n"));
        }
        return null;
    }
}
