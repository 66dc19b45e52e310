package com.allleads.notification.console;

import com.allleads.api.console.Listing;
import com.allleads.api.notification.MessageClass;
import com.allleads.notification.MessageState;
import com.allleads.notification.Messages;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:outbox}. Neither names nor addresses: whom a message goes to is the vault's. */
@Service
@Command(
        scope = "allleads",
        name = "outbox",
        description = "Lists messages to people, newest first: what kind, where they stand and why")
public final class OutboxCommand implements Action {

    private static final int MOST = 10_000;

    @Reference
    private Messages messages;

    @Option(name = "--state", description = "Lists only messages in this state, as in DEAD")
    @Completion(MessageStates.class)
    private String state;

    @Option(name = "--limit", description = "How many at most, 1 to 10000")
    private int limit = 50;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("--limit must be 1 to " + MOST);
        }
        Listing listing = Listing.of(
                "id",
                "template",
                "class",
                "state",
                "attempts",
                "createdAt",
                "nextAttempt",
                "endedAt",
                "channel",
                "reason");
        messages.newest(Optional.ofNullable(state).map(OutboxCommand::parse), limit)
                .forEach(message -> listing.row(
                        message.id(),
                        message.template(),
                        message.messageClass().map(MessageClass::name).orElse(null),
                        message.state(),
                        message.attempts(),
                        message.createdAt(),
                        message.nextAttempt().orElse(null),
                        message.endedAt().orElse(null),
                        message.channel().orElse(null),
                        message.reason().orElse(null)));
        listing.print(System.out, json, "There is no such message.");
        return null;
    }

    private static MessageState parse(String state) {
        try {
            return MessageState.valueOf(state.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--state must be one of " + Arrays.toString(MessageState.values()));
        }
    }
}
