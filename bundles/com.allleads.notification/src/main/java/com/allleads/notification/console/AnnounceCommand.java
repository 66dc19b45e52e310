package com.allleads.notification.console;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.console.AtConsole;
import com.allleads.api.console.Listing;
import com.allleads.notification.OperatorActs;
import com.allleads.notification.announcement.Announcement;
import com.allleads.notification.announcement.Announcing;
import com.allleads.notification.announcement.Words;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code allleads:announce --service-only --subject-en … --text-en … --subject-es … --text-es … REASON}. */
@Service
@Command(
        scope = "allleads",
        name = "announce",
        description =
                "Announces something that concerns the service itself to everybody with an active account, whatever they"
                        + " chose; it cannot be taken back")
public final class AnnounceCommand implements Action {

    @Reference
    private Announcing announcing;

    @Reference
    private OperatorActs acts;

    @Argument(name = "reason", description = "Why, for the record of acts, at most 500 characters", required = true)
    private String reason;

    @Option(name = "--subject-en", description = "The subject in English, at most 150 characters")
    private String subjectEn;

    @Option(name = "--text-en", description = "The text in English, at most 2000 characters; it may have several lines")
    private String textEn;

    @Option(name = "--subject-es", description = "The subject in Spanish, at most 150 characters")
    private String subjectEs;

    @Option(name = "--text-es", description = "The text in Spanish, at most 2000 characters; it may have several lines")
    private String textEs;

    @Option(name = "--service-only", description = "States: " + Announcing.STATEMENT)
    private boolean serviceOnly;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        String operator = AtConsole.operator();
        Announcement made = AtConsole.accepted(
                () -> acts.perform(
                        OperatorAct.byConsole(operator, "announce").because(reason),
                        () -> announcing.announce(
                                Words.entered(subjectEn, textEn),
                                Words.entered(subjectEs, textEs),
                                serviceOnly,
                                reason,
                                operator)),
                AnnounceCommand::entered);
        Listing.of("number", "announcedAt", "announcedBy", "subject", "statement")
                .row(
                        made.number(),
                        made.announcedAt(),
                        made.announcedBy(),
                        made.english().subject(),
                        made.statement())
                .print(System.out, json, "");
        return null;
    }

    /** What a field is called on the console. */
    private static String entered(String field) {
        return switch (field) {
            case "reason" -> "REASON";
            case "service" -> "--service-only";
            default -> "--" + field.replace('.', '-');
        };
    }
}
