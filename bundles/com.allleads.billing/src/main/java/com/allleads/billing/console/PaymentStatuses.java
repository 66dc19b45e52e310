package com.allleads.billing.console;

import com.allleads.billing.topups.TopUpStatus;
import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the statuses of payments. */
@Service
public final class PaymentStatuses implements Completer {

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> names = Stream.of(TopUpStatus.values()).map(Enum::name).toList();
        return new StringsCompleter(names).complete(session, line, candidates);
    }
}
