package com.allleads.notification.promises;

import com.allleads.api.person.PersonId;
import com.allleads.api.registration.AccountDirectory;
import com.allleads.notification.DeliveredMessage;
import com.allleads.notification.MessageState;
import com.allleads.notification.Messages;
import com.allleads.notification.announcement.Announcement;
import com.allleads.notification.announcement.Announcement.Covered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Looks once through all announcements, page by page: whom each should have reached, and whom it reached. */
final class ReachLook {

    private static final int PER_PAGE = 500;

    /** As long as sending an announcement out may take. */
    private static final Duration LONGEST = Duration.ofHours(6);

    /** The account was asked about when a message was begun; handing it to the channel may take most of a minute. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(1);

    private final Messages messages;
    private final Deque<Part> parts = new ArrayDeque<>();
    private final long announcements;
    private long underWay;
    private long missed;
    private long reached;
    private long looked;
    private long delivered;
    private long givenUp;

    ReachLook(List<Announcement> all, Messages messages, Instant now) {
        this.messages = messages;
        this.announcements = all.size();
        for (Announcement announcement : all) {
            boolean late = announcement.announcedAt().plus(LONGEST).isBefore(now);
            Optional<Instant> owedSince = announcement
                    .covered()
                    .map(Covered::until)
                    .or(() -> late ? Optional.of(announcement.announcedAt()) : Optional.empty());
            owedSince.ifPresent(since -> parts.add(new Owed(announcement, since)));
            parts.add(new Delivered(announcement.number()));
            underWay += announcement.covered().isPresent() ? 0 : 1;
        }
    }

    /** Goes on for so long, a page at least; true where nothing is left. */
    boolean goOn(AccountDirectory people, Duration longest) {
        long begun = System.nanoTime();
        do {
            if (parts.isEmpty()) {
                return true;
            }
            if (!parts.peek().page(people)) {
                parts.remove();
            }
        } while (System.nanoTime() - begun < longest.toNanos());
        return parts.isEmpty();
    }

    Found found() {
        return new Found(missed, reached, announcements, underWay, looked, delivered, givenUp);
    }

    /** What there is to look through, a page at a time. */
    private interface Part {

        /** False where there was nothing more. */
        boolean page(AccountDirectory people);
    }

    /** Those who should have a message. */
    private final class Owed implements Part {

        private final Announcement announcement;
        private final Instant since;
        private Optional<PersonId> after = Optional.empty();

        Owed(Announcement announcement, Instant since) {
            this.announcement = announcement;
            this.since = since;
        }

        @Override
        public boolean page(AccountDirectory people) {
            List<PersonId> some = people.activeSince(since, after, PER_PAGE);
            if (some.isEmpty()) {
                return false;
            }
            Map<String, MessageState> states =
                    messages.states(some.stream().map(announcement::key).toList());
            Set<PersonId> without = new HashSet<>();
            for (PersonId person : some) {
                MessageState state = states.get(announcement.key(person));
                if (state == null || state == MessageState.CANCELLED) {
                    without.add(person);
                }
                givenUp += state == MessageState.DEAD ? 1 : 0;
            }
            // Whoever deactivated the account since the page was read is owed nothing.
            without.removeAll(people.deactivatedAt(without).keySet());
            missed += without.size();
            looked += some.size();
            after = Optional.of(some.get(some.size() - 1));
            return true;
        }
    }

    /** Those who got one. */
    private final class Delivered implements Part {

        private final int number;
        private long after;

        Delivered(int number) {
            this.number = number;
        }

        @Override
        public boolean page(AccountDirectory people) {
            List<DeliveredMessage> some = messages.delivered(number, after, PER_PAGE);
            if (some.isEmpty()) {
                return false;
            }
            Map<PersonId, Instant> gone = people.deactivatedAt(
                    some.stream().map(DeliveredMessage::person).toList());
            reached += some.stream()
                    .filter(message -> isAfter(message.at(), gone.get(message.person())))
                    .count();
            delivered += some.size();
            after = some.get(some.size() - 1).id();
            return true;
        }

        private static boolean isAfter(Instant at, Instant deactivated) {
            return Objects.nonNull(deactivated) && at.isAfter(deactivated.plus(UNDER_WAY));
        }
    }

    /**
     * What was found so far.
     *
     * @param missed active accounts without a message, once for each announcement
     * @param reached messages delivered to deactivated accounts
     * @param announcements how many there are
     * @param underWay how many of them are being sent out
     * @param looked active accounts looked at, once for each announcement
     * @param delivered messages delivered
     * @param givenUp messages given up, to active accounts
     */
    record Found(
            long missed, long reached, long announcements, long underWay, long looked, long delivered, long givenUp) {

        boolean isBroken() {
            return missed + reached > 0;
        }
    }
}
