package com.allleads.billing.console;

import com.allleads.api.billing.HeldMoney;
import com.allleads.billing.holds.Holds;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the keys of open holds. */
@Service
public final class OpenHolds implements Completer {

    private static final int MOST = 100;

    @Reference
    private Holds holds;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> keys = holds.all(HeldMoney.State.OPEN, MOST, Optional.empty()).items().stream()
                .map(HeldMoney::key)
                .toList();
        return new StringsCompleter(keys).complete(session, line, candidates);
    }
}
