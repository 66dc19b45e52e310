package com.allleads.glassbox.console;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.console.AtConsole;
import com.allleads.glassbox.Decisions;
import com.allleads.glassbox.OperatorActs;
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
import org.osgi.framework.Bundle;

/** {@code allleads:glassbox-trust BUNDLE REASON}. */
@Service
@Command(
        scope = "allleads",
        name = "glassbox-trust",
        description =
                "Takes a bundle out of the glass box: exactly as it is installed now it counts as the host's own, and"
                        + " may reach everything, until it changes or the decision is withdrawn. Who, when and why is written"
                        + " down.")
public final class GlassBoxTrustCommand implements Action {

    @Reference
    private Decisions decisions;

    @Reference
    private OperatorActs acts;

    @Argument(
            index = 0,
            name = "bundle",
            description = "Its symbolic name or number, as in allleads:glassbox",
            required = true)
    @Completion(BundleNames.class)
    private String bundle;

    @Argument(index = 1, name = "reason", description = "Why", required = true)
    private String reason;

    @Option(name = "--withdraw", description = "Puts it back into the box")
    private boolean withdraw;

    @Override
    public Object execute() {
        // Not the shell's variable USER, which anybody may set.
        String operator = Optional.ofNullable(ShellUtil.getCurrentUserName())
                .orElseThrow(() -> new IllegalStateException("Only an operator who signed in may decide this."));
        OperatorAct act = OperatorAct.byConsole(operator, withdraw ? "glassbox-withdraw" : "glassbox-trust")
                .on("bundle", bundle)
                .because(reason);
        return AtConsole.accepted(() -> acts.perform(act, () -> decide(operator)));
    }

    private Object decide(String operator) {
        List<Bundle> found = decisions.find(bundle);
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    found.isEmpty()
                            ? "No bundle of this name is in the glass box or was taken out; allleads:glassbox lists them."
                            : "Several bundles have this name; give the number of one.");
        }
        if (withdraw) {
            if (!decisions.withdraw(found.get(0), operator, reason)) {
                throw new IllegalArgumentException("No decision took this bundle out of the glass box.");
            }
            System.out.println(found.get(0) + " is in the glass box again.");
        } else {
            decisions.trust(found.get(0), operator, reason);
            System.out.println(found.get(0) + " counts as the host's own.");
        }
        return null;
    }
}
