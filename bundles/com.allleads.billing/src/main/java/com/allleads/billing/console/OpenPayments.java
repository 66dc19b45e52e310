package com.allleads.billing.console;

import com.allleads.billing.topups.TopUp;
import com.allleads.billing.topups.TopUpStatus;
import com.allleads.billing.topups.TopUps;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the ids of payments of which nothing final is known. */
@Service
public final class OpenPayments implements Completer {

    private static final int MOST = 100;

    @Reference
    private TopUps topUps;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> ids = Stream.of(TopUpStatus.UNKNOWN, TopUpStatus.PENDING)
                .flatMap(status -> topUps.all(Optional.of(status), MOST, Optional.empty()).items().stream())
                .map(TopUp::id)
                .toList();
        return new StringsCompleter(ids).complete(session, line, candidates);
    }
}
