package com.allleads.notification.console;

import com.allleads.notification.MessageState;
import com.allleads.notification.Messages;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the numbers of messages that were given up. */
@Service
public final class DeadMessages implements Completer {

    private static final int MOST = 100;

    @Reference
    private Messages messages;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> ids = messages.newest(Optional.of(MessageState.DEAD), MOST).stream()
                .map(message -> Long.toString(message.id()))
                .toList();
        return new StringsCompleter(ids).complete(session, line, candidates);
    }
}
