package com.allleads.policy.acceptance;

import com.allleads.api.notification.AccountMessage;
import com.allleads.api.notification.Outbox;
import com.allleads.api.person.PersonId;
import com.allleads.api.readiness.ReadinessCheck;
import com.allleads.api.registration.AccountDirectory;
import com.allleads.api.registration.Accounts;
import com.allleads.api.rest.ProblemException;
import com.allleads.api.store.Transactions;
import com.allleads.policy.diff.ListChange;
import com.allleads.policy.diff.PolicyDiff;
import com.allleads.policy.versions.InstalledLists;
import com.allleads.policy.versions.PolicyContent.Lists;
import com.allleads.policy.versions.PolicyVersion;
import com.allleads.policy.versions.Publishing;
import com.allleads.policy.versions.Versions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the first version once the site is ready, and tells everybody with an active account of each later one. Any number of
 * nodes may do so at the same time: a message is stored once.
 */
@Component(service = Announcer.class, immediate = true)
public final class Announcer {

    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private static final Duration OFTEN = Duration.ofSeconds(10);
    /** After a version was announced: for those whose account became active since. */
    private static final Duration SELDOM = Duration.ofHours(1);

    private static final int PER_ROUND = 500;
    /** The values of a message must not be longer than 4,000 bytes, and there is more in it. */
    private static final int LONGEST_CHANGES = 1_800;

    private static final int LONGEST_REASON = 800;

    private final Versions versions;
    private final Publishing publishing;
    private final InstalledLists installed;
    private final Told told;
    private final Transactions transactions;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "policy-announcements"));

    private Optional<Lists> seen = Optional.empty();
    private Instant swept = Instant.MIN;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AccountDirectory directory;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Accounts accounts;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Outbox outbox;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<ReadinessCheck> readiness = List.of();

    @Activate
    @SuppressWarnings("FutureReturnValueIgnored") // a round notes what fails in it
    public Announcer(
            @Reference Versions versions,
            @Reference Publishing publishing,
            @Reference InstalledLists installed,
            @Reference Told told,
            @Reference Transactions transactions) {
        this.versions = versions;
        this.publishing = publishing;
        this.installed = installed;
        this.told = told;
        this.transactions = transactions;
        clock.scheduleWithFixedDelay(this::round, OFTEN.toSeconds(), OFTEN.toSeconds(), TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        clock.shutdown();
    }

    /** Announces soon, as after a version was published. */
    @SuppressWarnings("FutureReturnValueIgnored") // a round notes what fails in it
    public void wake() {
        clock.execute(this::round);
    }

    private void round() {
        try {
            publishFirst();
            announce();
        } catch (RuntimeException e) {
            LOG.warn("The policy could not be announced; it is tried again", e);
        }
    }

    /** The lists are complete once all is up, and nothing came since the round before. */
    void publishFirst() {
        if (versions.inForce() > 0) {
            return;
        }
        Optional<Lists> now = installed.now().filter(lists -> !lists.points().isEmpty());
        boolean ready = readiness.stream().allMatch(check -> check.missing().isEmpty());
        if (ready && now.isPresent() && now.equals(seen)) {
            try {
                publishing.publish(publishing.words(), "The first version.", "AllLeads");
            } catch (ProblemException anotherNodeWasFaster) {
                LOG.debug("The first version was published by another node");
            }
        }
        seen = now;
    }

    /** Stores a message for each active account that does not know the version in force. */
    void announce() {
        Optional<PolicyVersion> latest = versions.latest().filter(version -> version.number() > 1);
        AccountDirectory people = directory;
        Outbox post = outbox;
        Accounts known = accounts;
        if (latest.isEmpty() || people == null || post == null || known == null) {
            return;
        }
        PolicyVersion version = latest.get();
        boolean everybodyWas = versions.announcedAt(version.number()).isPresent();
        if (everybodyWas && swept.plus(SELDOM).isAfter(Instant.now())) {
            return;
        }
        Map<String, Map<String, String>> values = new HashMap<>();
        Optional<PersonId> after = Optional.empty();
        List<PersonId> some;
        do {
            some = people.active(after, PER_ROUND);
            for (PersonId person : Told.notTold(told.notShown(some, version.number()), version.number(), post)) {
                String language = known.language(person);
                transactions.required(() -> post.send(
                        Told.key(version.number(), person),
                        person,
                        PolicyChangedMessage.ID,
                        values.computeIfAbsent(language, tag -> values(version, tag))));
            }
            after = some.isEmpty() ? Optional.empty() : Optional.of(some.get(some.size() - 1));
        } while (!some.isEmpty() && !clock.isShutdown());
        if (!clock.isShutdown()) {
            versions.announced(version.number(), Instant.now());
            swept = Instant.now();
        }
    }

    private Map<String, String> values(PolicyVersion version, String language) {
        PolicyDiff diff = versions.find(version.number() - 1)
                .map(before -> PolicyDiff.between(before.content(), version.content()))
                .orElse(PolicyDiff.NONE);
        StringBuilder changes = new StringBuilder();
        diff.lists().forEach(change -> add(changes, change, language));
        diff.sections().forEach(section -> add(changes, "“" + section.title(language) + "”"));
        return Map.of(
                AccountMessage.LANGUAGE,
                language,
                "version",
                Integer.toString(version.number()),
                "reason",
                cut(version.reason(), LONGEST_REASON),
                "changes",
                changes.toString());
    }

    private static void add(StringBuilder changes, ListChange change, String language) {
        add(changes, change.sentence(language));
    }

    private static void add(StringBuilder changes, String sentence) {
        if (bytes(changes) + sentence.length() < LONGEST_CHANGES) {
            changes.append("- ").append(sentence).append('\n');
        } else if (!changes.toString().endsWith("- …\n")) {
            changes.append("- …\n");
        }
    }

    private static int bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
