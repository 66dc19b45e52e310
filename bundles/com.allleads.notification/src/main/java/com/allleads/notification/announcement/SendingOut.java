package com.allleads.notification.announcement;

import com.allleads.api.person.PersonId;
import com.allleads.api.registration.AccountDirectory;
import com.allleads.api.store.Transactions;
import com.allleads.notification.Messages;
import com.allleads.notification.StoredOutbox;
import com.allleads.notification.announcement.Announcement.Covered;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * Stores a message of each announcement for everybody with an active account. How far it came is seen from the messages themselves,
 * so that it goes on after a crash where it was; a message is stored once, so that any number of nodes may do it at the same time.
 *
 * <p>An announcement is for whoever is active when it is made, and for whoever becomes so until it was sent out. It was once
 * somebody went through all accounts, from a moment on at which nobody could still be about to become active unseen, and found none
 * without a message.
 */
@Component(service = SendingOut.class, immediate = true)
public final class SendingOut {

    /** An account becomes active a moment before that is committed, and nodes' clocks differ a little. */
    static final Duration UNSEEN = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(SendingOut.class);

    private static final Duration OFTEN = Duration.ofSeconds(5);
    private static final int PER_ROUND = 500;
    /** As many messages as are stored in one transaction. */
    private static final int TOGETHER = 100;

    private final Announcements announcements;
    private final Messages messages;
    private final StoredOutbox outbox;
    private final Transactions transactions;
    private final Clock time;
    private final ScheduledExecutorService rounds =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "notification-announcements"));

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AccountDirectory directory;

    @Activate
    @SuppressWarnings("FutureReturnValueIgnored") // a round notes what fails in it
    public SendingOut(
            @Reference Announcements announcements,
            @Reference Messages messages,
            @Reference StoredOutbox outbox,
            @Reference Transactions transactions) {
        this(announcements, messages, outbox, transactions, Clock.systemUTC());
        rounds.scheduleWithFixedDelay(this::round, OFTEN.toSeconds(), OFTEN.toSeconds(), TimeUnit.SECONDS);
    }

    /** One that goes round only when it is told. */
    SendingOut(
            Announcements announcements,
            Messages messages,
            StoredOutbox outbox,
            Transactions transactions,
            Clock time) {
        this.announcements = announcements;
        this.messages = messages;
        this.outbox = outbox;
        this.transactions = transactions;
        this.time = time;
    }

    @Deactivate
    void stop() {
        rounds.shutdown();
    }

    /** Goes round soon, as after an announcement was made. */
    @SuppressWarnings("FutureReturnValueIgnored") // a round notes what fails in it
    void wake() {
        if (!rounds.isShutdown()) {
            rounds.execute(this::round);
        }
    }

    private void round() {
        try {
            sendOut();
        } catch (RuntimeException e) {
            LOG.warn("Announcements could not be sent out; it is tried again", e);
        }
    }

    /** Goes through all accounts for each announcement that somebody may have no message of. */
    void sendOut() {
        AccountDirectory people = directory;
        if (people == null) {
            return;
        }
        for (Announcement announcement : announcements.open()) {
            sendOut(announcement, people);
        }
    }

    private void sendOut(Announcement announcement, AccountDirectory people) {
        Instant began = time.instant();
        long looked = 0;
        boolean all = true;
        List<PersonId> some = people.active(Optional.empty(), PER_ROUND);
        while (!some.isEmpty()) {
            if (rounds.isShutdown()) {
                return;
            }
            all &= store(announcement, without(announcement, some), people);
            looked += some.size();
            some = people.active(Optional.of(some.get(some.size() - 1)), PER_ROUND);
        }
        Instant until = began.minus(UNSEEN);
        if (all && !until.isBefore(announcement.announcedAt())) {
            announcements.covered(announcement.number(), new Covered(until, looked));
        }
    }

    private List<PersonId> without(Announcement announcement, List<PersonId> people) {
        Set<String> stored =
                messages.known(people.stream().map(announcement::key).toList());
        return people.stream()
                .filter(person -> !stored.contains(announcement.key(person)))
                .toList();
    }

    /** False where somebody has no message yet; they are looked at again in the next round. */
    private boolean store(Announcement announcement, List<PersonId> people, AccountDirectory directory) {
        Map<PersonId, String> languages = directory.languages(people);
        boolean all = true;
        for (int from = 0; from < people.size() && !rounds.isShutdown(); from += TOGETHER) {
            List<PersonId> some = people.subList(from, Math.min(from + TOGETHER, people.size()));
            try {
                transactions.required(() -> some.forEach(person -> store(announcement, person, languages)));
            } catch (RuntimeException e) {
                // One who cannot be written to, as in the midst of an erasure, must not keep it from the others.
                LOG.debug("{} messages could not be stored together", some.size(), e);
                all &= oneByOne(announcement, some, languages);
            }
        }
        return all && !rounds.isShutdown();
    }

    private boolean oneByOne(Announcement announcement, List<PersonId> people, Map<PersonId, String> languages) {
        int failed = 0;
        for (PersonId person : people) {
            try {
                transactions.required(() -> store(announcement, person, languages));
            } catch (RuntimeException e) {
                failed++;
                LOG.debug("A message of announcement {} could not be stored", announcement.number(), e);
            }
        }
        if (failed > 0) {
            LOG.warn(
                    "{} messages of announcement {} could not be stored; it is tried again",
                    failed,
                    announcement.number());
        }
        return failed == 0;
    }

    private void store(Announcement announcement, PersonId person, Map<PersonId, String> languages) {
        outbox.announce(
                announcement.number(),
                announcement.key(person),
                person,
                AnnouncementMessage.ID,
                AnnouncementMessage.values(announcement, languages.getOrDefault(person, "en")));
    }
}
