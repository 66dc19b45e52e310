package com.allleads.vault.console;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.console.AtConsole;
import com.allleads.api.console.Listing;
import com.allleads.vault.OperatorActs;
import com.allleads.vault.corrections.Corrections;
import java.time.Instant;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.ShellUtil;

/** {@code allleads:correction-told ID}. */
@Service
@Command(
        scope = "allleads",
        name = "correction-told",
        description = "Notes that an outside party was told of a correction")
public final class CorrectionToldCommand implements Action {

    @Reference
    private Corrections corrections;

    @Reference
    private OperatorActs acts;

    @Argument(name = "id", description = "The notice's number, as allleads:corrections lists it", required = true)
    @Completion(OpenNotices.class)
    private long id;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        String operator = Optional.ofNullable(ShellUtil.getCurrentUserName())
                .orElseThrow(() -> new IllegalStateException("Only an operator who signed in may note this."));
        return AtConsole.accepted(() -> acts.perform(
                OperatorAct.byConsole(operator, "correction-told").on("notice", Long.toString(id)),
                () -> told(operator)));
    }

    private Object told(String operator) {
        Instant now = Instant.now();
        if (!corrections.told(id, operator, now)) {
            throw new IllegalArgumentException("There is no open notice " + id + "; see allleads:corrections");
        }
        Listing.of("id", "toldAt", "toldBy").row(id, now, operator).print(System.out, json, "");
        return null;
    }
}
