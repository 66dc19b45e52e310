package com.allleads.vault.console;

import com.allleads.vault.corrections.Corrections;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the numbers of notices that are open. */
@Service
public final class OpenNotices implements Completer {

    private static final int MOST = 100;

    @Reference
    private Corrections corrections;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> ids = corrections.open(MOST).stream()
                .map(notice -> Long.toString(notice.id()))
                .toList();
        return new StringsCompleter(ids).complete(session, line, candidates);
    }
}
