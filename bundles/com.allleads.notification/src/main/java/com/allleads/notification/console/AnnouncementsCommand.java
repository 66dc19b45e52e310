package com.allleads.notification.console;

import com.allleads.api.console.Listing;
import com.allleads.notification.announcement.Progress;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:announcements}. */
@Service
@Command(
        scope = "allleads",
        name = "announcements",
        description = "Lists what was announced to everybody, newest first, and how far each announcement is")
public final class AnnouncementsCommand implements Action {

    private static final int MOST = 1_000;

    @Reference
    private Progress progress;

    @Option(name = "--limit", description = "How many at most, 1 to 1000")
    private int limit = 20;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("--limit must be 1 to " + MOST);
        }
        Listing listing = Listing.of(
                "number",
                "announcedAt",
                "announcedBy",
                "subject",
                "accounts",
                "stored",
                "waiting",
                "delivered",
                "givenUp",
                "cancelled",
                "complete");
        progress.newest(limit)
                .forEach(sent -> listing.row(
                        sent.announcement().number(),
                        sent.announcement().announcedAt(),
                        sent.announcement().announcedBy(),
                        sent.announcement().english().subject(),
                        sent.accounts().orElse(null),
                        sent.stored(),
                        sent.waiting(),
                        sent.delivered(),
                        sent.givenUp(),
                        sent.cancelled(),
                        sent.complete()));
        listing.print(System.out, json, "Nothing was announced yet.");
        return null;
    }
}
