package com.allleads.glassbox.console;

import com.allleads.glassbox.Glance;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the names of bundles that are not the host's own. */
@Service
public final class BundleNames implements Completer {

    @Reference
    private Glance glance;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> names =
                glance.bundles().stream().map(Glance.Seen::name).distinct().toList();
        return new StringsCompleter(names).complete(session, line, candidates);
    }
}
