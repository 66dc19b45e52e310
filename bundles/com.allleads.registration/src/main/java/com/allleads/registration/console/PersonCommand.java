package com.allleads.registration.console;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.audit.Subject;
import com.allleads.api.console.AtConsole;
import com.allleads.api.console.Listing;
import com.allleads.registration.OperatorActs;
import com.allleads.registration.PeopleSearch;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.ShellUtil;

/** {@code allleads:person EMAIL}. */
@Service
@Command(
        scope = "allleads",
        name = "person",
        description = "Finds a person by email; the look is written down where the person sees it")
public final class PersonCommand implements Action {

    @Reference
    private PeopleSearch people;

    @Reference
    private OperatorActs acts;

    @Argument(name = "email", description = "The person's email address", required = true)
    private String email;

    @Option(name = "--reason", description = "Why you look; the person reads it")
    private String reason = PeopleSearch.NO_REASON;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        // Not the shell's variable USER, which anybody may set.
        String operator = Optional.ofNullable(ShellUtil.getCurrentUserName())
                .orElseThrow(() -> new IllegalStateException("Only an operator who signed in may look people up."));
        Listing listing = Listing.of("id", "status", "name", "email", "phone", "replyBy", "registeredAt");
        look(operator)
                .ifPresent(found -> listing.row(
                        found.id(),
                        found.status(),
                        found.name().orElse(null),
                        found.email().orElse(null),
                        found.phone().orElse(null),
                        found.replyBy().orElse(null),
                        found.registeredAt()));
        listing.print(System.out, json, "Nobody is registered with this email address.");
        return null;
    }

    private Optional<PeopleSearch.Found> look(String operator) {
        return AtConsole.accepted(
                () -> acts.perform(OperatorAct.byConsole(operator, "person-find"), () -> people.find(email))
                        .flatMap(person -> acts.perform(
                                OperatorAct.byConsole(operator, "person")
                                        .on(Subject.PERSON, person.toString())
                                        .because(reason),
                                () -> people.look(person, operator, reason))));
    }
}
