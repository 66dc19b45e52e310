package com.allleads.catalog.console;

import com.allleads.catalog.Offers;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the ids of services for sale. */
@Service
public final class ServiceIds implements Completer {

    @Reference
    private Offers offers;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> ids = offers.services().stream()
                .map(com.allleads.api.catalog.Service::id)
                .toList();
        return new StringsCompleter(ids).complete(session, line, candidates);
    }
}
