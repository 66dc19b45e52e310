package com.allleads.billing.console;

import com.allleads.api.billing.HeldMoney;
import com.allleads.api.console.Listing;
import com.allleads.billing.holds.Holds;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** {@code allleads:holds}. */
@Service
@Command(scope = "allleads", name = "holds", description = "Lists what is set aside, newest first")
public final class HoldsCommand implements Action {

    @Reference
    private Holds holds;

    @Option(name = "--state", description = "OPEN, CAPTURED, RELEASED or EXPIRED")
    @Completion(
            value = StringsCompleter.class,
            values = {"OPEN", "CAPTURED", "RELEASED", "EXPIRED"})
    private String state = "OPEN";

    @Option(name = "--limit", description = "How many at most")
    private int limit = 100;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        HeldMoney.State wanted = Arrays.stream(HeldMoney.State.values())
                .filter(known -> known.name().equals(state.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("--state: one of " + Arrays.toString(HeldMoney.State.values())));
        Listing listing = Listing.of("key", "at", "state", "amount", "captured", "expires", "person", "reason");
        for (HeldMoney hold :
                holds.all(wanted, Math.max(1, limit), Optional.empty()).items()) {
            listing.row(
                    hold.key(),
                    hold.madeAt(),
                    hold.state(),
                    hold.amount(),
                    hold.captured(),
                    hold.expires(),
                    hold.person(),
                    hold.reason());
        }
        listing.print(System.out, json, "There are no such holds.");
        return null;
    }
}
