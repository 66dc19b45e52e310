package com.allleads.vault.console;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.console.AtConsole;
import com.allleads.vault.OperatorActs;
import com.allleads.vault.keys.RotationRun;
import com.allleads.vault.keys.RotationRun.State;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:vault-rotate REASON}. */
@Service
@Command(
        scope = "allleads",
        name = "vault-rotate",
        description = "Replaces the vault's master key while everything runs: a new one is made, every person's key is"
                + " wrapped with it, and the old one is destroyed. Backups of the key store from before need the old"
                + " secrets/vault-master.key, so make a new backup afterwards. Ctrl-C ends the watching alone.")
public final class VaultRotateCommand implements Action {

    private static final long GLANCE_MILLIS = 500;
    private static final int LONGEST_REASON = 200;

    @Reference
    private RotationRun run;

    @Reference
    private OperatorActs acts;

    @Argument(index = 0, name = "reason", description = "Why", required = true)
    private String reason;

    @Override
    public Object execute() throws InterruptedException {
        String operator = AtConsole.operator();
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("reason: 1 to " + LONGEST_REASON + " characters");
        }
        if (!begun(operator)) {
            throw new IllegalStateException(
                    "The master key is being replaced already; allleads:vault-keys tells more.");
        }
        watch();
        return null;
    }

    private boolean begun(String operator) {
        return AtConsole.accepted(() -> acts.perform(
                OperatorAct.byConsole(operator, "vault-rotate").because(reason), () -> run.start(operator, reason)));
    }

    private void watch() throws InterruptedException {
        long shown = -1;
        State state = run.state();
        while (state.running()) {
            if (state.total() > 0 && state.done() != shown) {
                shown = state.done();
                System.out.println(shown + " of " + state.total() + " people's keys are wrapped anew");
            }
            Thread.sleep(GLANCE_MILLIS);
            state = run.state();
        }
        System.out.println(state.failure()
                .map(why -> "It stopped, and is tried again within a minute: " + why)
                .orElse(
                        "The master key is replaced, and the old one destroyed. Make a backup now: older ones of the key"
                                + " store need the old key."));
    }
}
