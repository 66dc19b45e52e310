package com.allleads.billing.console;

import com.allleads.billing.processors.ProcessorReport;
import com.allleads.billing.processors.Processors;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the names of processors. */
@Service
public final class ProcessorNames implements Completer {

    @Reference
    private Processors processors;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> names = processors.reports().stream()
                .filter(report -> report.refusal().isEmpty())
                .map(ProcessorReport::name)
                .distinct()
                .toList();
        return new StringsCompleter(names).complete(session, line, candidates);
    }
}
