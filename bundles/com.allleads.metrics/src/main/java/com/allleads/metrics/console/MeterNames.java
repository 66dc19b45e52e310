package com.allleads.metrics.console;

import com.allleads.metrics.Meters;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the names of meters. */
@Service
public final class MeterNames implements Completer {

    @Reference
    private Meters meters;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> names =
                meters.readings().stream().map(Meters.Reading::name).distinct().toList();
        return new StringsCompleter(names).complete(session, line, candidates);
    }
}
