package com.allleads.notification.console;

import com.allleads.notification.MessageState;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the states of messages. */
@Service
public final class MessageStates implements Completer {

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> names =
                Arrays.stream(MessageState.values()).map(MessageState::name).toList();
        return new StringsCompleter(names).complete(session, line, candidates);
    }
}
