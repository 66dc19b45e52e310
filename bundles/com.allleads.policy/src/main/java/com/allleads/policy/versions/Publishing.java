package com.allleads.policy.versions;

import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.Problem;
import com.allleads.policy.diff.PolicyDiff;
import com.allleads.policy.versions.PolicyContent.Lists;
import com.allleads.policy.versions.PolicyContent.Section;
import com.allleads.policy.versions.PolicyContent.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Publishes versions of the policy. The lists in a version are never written by anybody: they follow from what is installed. */
@Component(service = Publishing.class)
public final class Publishing {

    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 20_000;
    private static final PolicyContent NOTHING =
            new PolicyContent(List.of(), new Lists(List.of(), List.of(), List.of(), List.of()));

    private final Versions versions;
    private final InstalledLists installed;
    private final Clock clock;

    @Activate
    public Publishing(@Reference Versions versions, @Reference InstalledLists installed) {
        this(versions, installed, Clock.systemUTC());
    }

    public Publishing(Versions versions, InstalledLists installed, Clock clock) {
        this.versions = versions;
        this.installed = installed;
        this.clock = clock;
    }

    /** The words to begin with: those in force, or those that come with the platform. */
    public List<Section> words() {
        return versions.latest().map(version -> version.content().sections()).orElseGet(PackagedWords::sections);
    }

    /** What would be new against the version in force, were these words published now. */
    public PolicyDiff preview(List<Section> sections) {
        return PolicyDiff.between(inForce(), draft(sections));
    }

    /** Where what is installed differs from what the version in force says; nothing where none is in force. */
    public PolicyDiff drift() {
        return versions.latest()
                .flatMap(version -> installed
                        .now()
                        .map(lists -> PolicyDiff.between(
                                version.content(),
                                new PolicyContent(version.content().sections(), lists))))
                .orElse(PolicyDiff.NONE);
    }

    /**
     * Looks whether words could be published.
     *
     * @throws com.allleads.api.rest.ProblemException naming what cannot be accepted
     */
    public void check(List<Section> sections) {
        check(sections, new FieldErrors());
    }

    /**
     * Publishes a version.
     *
     * @param sections its words, in every language
     * @param reason why, for people
     * @param operator who publishes it
     * @throws com.allleads.api.rest.ProblemException naming what cannot be accepted, or where nothing changed
     */
    public PolicyVersion publish(List<Section> sections, String reason, String operator) {
        check(sections, new FieldErrors().text("reason", reason, LONGEST_REASON));
        PolicyContent content = draft(sections);
        if (PolicyDiff.between(inForce(), content).isEmpty()) {
            throw Problem.of(
                            409,
                            "nothing-changed",
                            "Nothing has changed.",
                            "The version in force says the same, and the same is installed.")
                    .exception();
        }
        PolicyVersion version = new PolicyVersion(
                versions.inForce() + 1, Instant.ofEpochMilli(clock.millis()), operator, reason.strip(), content);
        try {
            versions.append(version);
        } catch (UnableToExecuteStatementException e) {
            if (versions.find(version.number()).isEmpty()) {
                throw e;
            }
            throw Problem.of(
                            409,
                            "published-meanwhile",
                            "Somebody else has just published a version.",
                            "Nothing was published. Look at what changed and publish again.")
                    .exception();
        }
        return version;
    }

    private PolicyContent inForce() {
        return versions.latest().map(PolicyVersion::content).orElse(NOTHING);
    }

    private PolicyContent draft(List<Section> sections) {
        Optional<Lists> lists = installed.now();
        return new PolicyContent(List.copyOf(sections), lists.orElseThrow(() -> Problem.unavailable(
                        "Consent is not installed, and without it nobody knows what is collected and what for.")
                .exception()));
    }

    private static void check(List<Section> sections, FieldErrors errors) {
        sections.forEach(section -> check(section, errors));
        errors.require(!sections.isEmpty(), "sections", "must not be empty").refuse();
    }

    private static void check(Section section, FieldErrors errors) {
        errors.require(
                section.id() != null && section.id().matches("[a-z][a-z0-9-]{0,63}"),
                "sections",
                "must each have an id of lower-case letters, digits and hyphens");
        for (String language : PolicyContent.LANGUAGES) {
            Words words = section.words() == null ? null : section.words().get(language);
            String field = section.id() + "." + language;
            errors.text(field + ".title", words == null ? null : words.title(), LONGEST_TITLE);
            String text = words == null ? null : words.text();
            errors.require(text != null && !text.isBlank(), field + ".text", "is required");
            errors.require(
                    text == null || text.length() <= LONGEST_TEXT,
                    field + ".text",
                    "must be at most " + LONGEST_TEXT + " characters");
        }
    }
}
