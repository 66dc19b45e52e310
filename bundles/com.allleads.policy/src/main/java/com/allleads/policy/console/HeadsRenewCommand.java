package com.allleads.policy.console;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.console.AtConsole;
import com.allleads.policy.OperatorActs;
import com.allleads.policy.heads.SignedHeadsFile;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:heads-renew REASON}. */
@Service
@Command(
        scope = "allleads",
        name = "heads-renew",
        description =
                "Begins the file of signed heads anew from the chains as they are now, as after a restore from a backup:"
                        + " what was signed before is looked for no more. Who did so and why is signed into the file.")
public final class HeadsRenewCommand implements Action {

    private static final int LONGEST_REASON = 200;

    @Reference
    private SignedHeadsFile file;

    @Reference
    private OperatorActs acts;

    @Argument(index = 0, name = "reason", description = "Why", required = true)
    private String reason;

    @Override
    public Object execute() {
        String operator = AtConsole.operator();
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("reason: 1 to " + LONGEST_REASON + " characters");
        }
        AtConsole.accepted(() ->
                acts.perform(OperatorAct.byConsole(operator, "heads-renew").because(reason), () -> {
                    file.renew(operator, reason);
                    return true;
                }));
        System.out.println("The file of signed heads begins anew.");
        return null;
    }
}
