package com.allleads.vault.console;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.console.AtConsole;
import com.allleads.vault.OperatorActs;
import com.allleads.vault.retention.SweepRun;
import com.allleads.vault.retention.Sweeps;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.ShellUtil;

/** {@code allleads:retention-sweep}. */
@Service
@Command(
        scope = "allleads",
        name = "retention-sweep",
        description =
                "Deletes personal data whose retention has run out, which otherwise happens once a day, and says what"
                        + " was deleted and what stays and why. Ctrl-C ends the watching alone.")
public final class RetentionSweepCommand implements Action {

    private static final long GLANCE_MILLIS = 200;

    @Reference
    private SweepRun run;

    @Reference
    private Sweeps sweeps;

    @Reference
    private OperatorActs acts;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() throws InterruptedException {
        String operator = Optional.ofNullable(ShellUtil.getCurrentUserName()).orElse("console");
        if (!begun(operator)) {
            throw new IllegalStateException("A sweep is under way already; allleads:retention tells what came of it.");
        }
        long shown = 0;
        SweepRun.State state = run.state();
        while (state.running()) {
            if (!json && state.done() != shown) {
                shown = state.done();
                System.out.println(shown + " of " + state.total() + " people");
            }
            Thread.sleep(GLANCE_MILLIS);
            state = run.state();
        }
        if (state.failed()) {
            throw new IllegalStateException("The sweep failed; the log says why. The next one goes on.");
        }
        RetentionListing.of(sweeps.newest(1)).print(System.out, json, "Nothing was due.");
        return null;
    }

    private boolean begun(String operator) {
        return AtConsole.accepted(
                () -> acts.perform(OperatorAct.byConsole(operator, "retention-sweep"), () -> run.start(operator)));
    }
}
