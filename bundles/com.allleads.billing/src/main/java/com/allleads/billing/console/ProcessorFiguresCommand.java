package com.allleads.billing.console;

import com.allleads.api.console.Listing;
import com.allleads.billing.figures.Figures;
import com.allleads.billing.figures.Outcomes;
import com.allleads.billing.figures.ProcessorDay;
import com.allleads.billing.figures.ProcessorFigures;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.joda.money.Money;

/** {@code allleads:processor-figures}. */
@Service
@Command(
        scope = "allleads",
        name = "processor-figures",
        description = "How much each card processor took in the last 30 days, and what became of what it was asked")
public final class ProcessorFiguresCommand implements Action {

    @Reference
    private Figures figures;

    @Option(name = "--by-day", description = "Each day in a row of its own")
    private boolean byDay;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        Listing listing =
                Listing.of("processor", "day", "volume", "settled", "declined", "notAttempted", "pending", "unknown");
        for (ProcessorFigures one : figures.latest()) {
            if (byDay) {
                for (ProcessorDay day : one.days()) {
                    row(listing, one.processor(), day.day(), day.volume(), day.outcomes());
                }
            } else {
                row(listing, one.processor(), null, one.volume(), one.outcomes());
            }
        }
        listing.print(
                System.out, json, "No card processor was asked for anything in the last " + Figures.DAYS + " days.");
        return null;
    }

    private static void row(Listing listing, String processor, Object day, Money volume, Outcomes outcomes) {
        listing.row(
                processor,
                day,
                volume,
                outcomes.settled(),
                outcomes.declined(),
                outcomes.notAttempted(),
                outcomes.pending(),
                outcomes.unknown());
    }
}
