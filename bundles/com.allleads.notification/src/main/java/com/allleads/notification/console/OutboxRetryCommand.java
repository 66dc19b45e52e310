package com.allleads.notification.console;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.console.AtConsole;
import com.allleads.api.console.Listing;
import com.allleads.notification.Bell;
import com.allleads.notification.Messages;
import com.allleads.notification.OperatorActs;
import java.time.Instant;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:outbox-retry ID|--all}. */
@Service
@Command(
        scope = "allleads",
        name = "outbox-retry",
        description = "Has a message that was given up or waits tried again now, or with --all every one given up")
public final class OutboxRetryCommand implements Action {

    @Reference
    private Messages messages;

    @Reference
    private Bell bell;

    @Reference
    private OperatorActs acts;

    @Argument(name = "id", description = "The message's number, as allleads:outbox lists it")
    @Completion(DeadMessages.class)
    private Long id;

    @Option(name = "--all", description = "Every message that was given up")
    private boolean all;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        if (all == (id != null)) {
            throw new IllegalArgumentException("Name one message or --all");
        }
        String operator = AtConsole.operator();
        return AtConsole.accepted(() -> acts.perform(
                OperatorAct.byConsole(operator, "outbox-retry").on("message", all ? "all" : Long.toString(id)),
                this::retry));
    }

    private Object retry() {
        int retried = all ? messages.retryDead(Instant.now()) : one(id);
        bell.ring();
        Listing.of("retried").row(retried).print(System.out, json, "");
        return null;
    }

    private int one(long message) {
        if (!messages.retry(message, Instant.now())) {
            throw new IllegalArgumentException(
                    "There is no message " + message + " that was given up or waits; see allleads:outbox");
        }
        return 1;
    }
}
