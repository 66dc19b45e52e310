package com.allleads.policy.console;

import com.allleads.api.policy.PromiseReport;
import com.allleads.api.policy.Promises;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the ids of promises. */
@Service
public final class PromiseIds implements Completer {

    @Reference
    private Promises promises;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> ids = promises.reports().stream().map(PromiseReport::id).toList();
        return new StringsCompleter(ids).complete(session, line, candidates);
    }
}
