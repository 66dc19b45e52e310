package com.allleads.audit.console;

import com.allleads.api.audit.Subject;
import com.allleads.api.console.Listing;
import com.allleads.api.rest.Paging;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;
import com.allleads.audit.ActFilter;
import com.allleads.audit.ChainVerification;
import com.allleads.audit.RecordedAct;
import com.allleads.audit.RecordedActs;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:audit}. */
@Service
@Command(
        scope = "allleads",
        name = "audit",
        description = "Lists what operators did, newest first: who, by what, what, on what, why and what came of it;"
                + " with --verify it verifies the chain of the record")
public final class AuditCommand implements Action {

    @Reference
    private RecordedActs acts;

    @Reference
    private ChainVerification verification;

    @Option(name = "--operator", description = "Only by this operator")
    private String operator;

    @Option(name = "--action", description = "Only this, as in order-cancel")
    private String action;

    @Option(name = "--subject", description = "Only on this, by its identifier")
    private String subject;

    @Option(name = "--channel", description = "Only by CONSOLE, REST or PAGE")
    private String channel;

    @Option(name = "--state", description = "Only what is DONE, REFUSED, FAILED or OPEN (under way or cut off)")
    private String state;

    @Option(name = "--since", description = "Only since this time in UTC, as in 2026-01-31T00:00:00Z")
    private String since;

    @Option(name = "--limit", description = "How many at most, 1 to 100")
    private int limit = 50;

    @Option(name = "--cursor", description = "Goes on after the act of this number")
    private String cursor;

    @Option(name = "--verify", description = "Verifies the chain from its beginning")
    private boolean verify;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        if (verify) {
            ChainVerification.Report report = verification.verify();
            Listing.of("valid", "entries", "breaks", "firstBreak", "cutOff", "checkedAt")
                    .row(
                            report.breaks() == 0,
                            report.entries(),
                            report.breaks(),
                            report.firstBreak().orElse(null),
                            report.cutOff(),
                            Instant.now())
                    .print(System.out, json, "");
            return null;
        }
        Listing listing = Listing.of(
                "number", "at", "operator", "channel", "action", "kind", "subject", "reason", "state", "problem");
        for (RecordedAct act : found()) {
            listing.row(
                    act.number(),
                    act.at(),
                    act.operator(),
                    act.channel(),
                    act.action(),
                    act.subject().map(Subject::kind).orElse(null),
                    act.subject().map(Subject::id).orElse(null),
                    act.reason().orElse(null),
                    act.state(),
                    act.problem().orElse(null));
        }
        listing.print(System.out, json, "No such act is recorded.");
        return null;
    }

    private Iterable<RecordedAct> found() {
        try {
            return acts.find(
                            ActFilter.read(operator, action, subject, channel, state, since),
                            Paging.of(
                                    Integer.toString(limit),
                                    Optional.ofNullable(cursor).orElse("")))
                    .items();
        } catch (ProblemException refused) {
            throw new IllegalArgumentException(said(refused.problem()));
        }
    }

    private static String said(Problem problem) {
        return problem.errors().stream()
                .map(error -> "--" + error.field() + " " + error.message())
                .collect(Collectors.joining("; "));
    }
}
