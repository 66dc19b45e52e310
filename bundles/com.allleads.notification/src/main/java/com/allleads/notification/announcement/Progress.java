package com.allleads.notification.announcement;

import com.allleads.api.registration.AccountDirectory;
import com.allleads.notification.MessageState;
import com.allleads.notification.Messages;
import com.allleads.notification.announcement.Announcement.Covered;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** How far announcements are. Of many messages the figures may be a little old. */
@Component(service = Progress.class)
public final class Progress {

    private final Announcements announcements;
    private final Messages messages;
    private final Map<Integer, Seldom<Map<MessageState, Long>>> figures = new ConcurrentHashMap<>();
    private final Seldom<Optional<Long>> active = new Seldom<>(this::countActive, count -> false);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AccountDirectory directory;

    @Activate
    public Progress(@Reference Announcements announcements, @Reference Messages messages) {
        this.announcements = announcements;
        this.messages = messages;
    }

    /** The newest announcements, newest first. */
    public List<Sent> newest(int most) {
        return announcements.newest(most).stream().map(this::of).toList();
    }

    private Sent of(Announcement announcement) {
        Map<MessageState, Long> counted = announcement.covered().isEmpty()
                ? messages.ofAnnouncement(announcement.number())
                : figures.computeIfAbsent(
                                announcement.number(),
                                number -> new Seldom<>(() -> messages.ofAnnouncement(number), Progress::isFinal))
                        .get();
        return new Sent(
                announcement,
                announcement.covered().isPresent() ? announcement.covered().map(Covered::people) : active.get(),
                counted.values().stream().mapToLong(Long::longValue).sum(),
                in(counted, MessageState.WAITING) + in(counted, MessageState.SENDING),
                in(counted, MessageState.SENT),
                in(counted, MessageState.DEAD),
                in(counted, MessageState.CANCELLED));
    }

    private Optional<Long> countActive() {
        AccountDirectory people = directory;
        return people == null ? Optional.empty() : Optional.of(people.countActive());
    }

    /** Of an announcement of which no more messages are stored: what was given up may still be tried again. */
    private static boolean isFinal(Map<MessageState, Long> counted) {
        return counted.keySet().stream()
                .allMatch(state -> state == MessageState.SENT || state == MessageState.CANCELLED);
    }

    private static long in(Map<MessageState, Long> counted, MessageState state) {
        return counted.getOrDefault(state, 0L);
    }

    /**
     * How far an announcement is.
     *
     * @param announcement which
     * @param accounts how many active accounts it is for; empty where nobody can be asked
     * @param stored how many messages of it there are
     * @param waiting how many of them are still to be sent
     * @param delivered how many were sent
     * @param givenUp how many were given up
     * @param cancelled how many were not to be sent any more, as their account was deactivated
     */
    public record Sent(
            Announcement announcement,
            Optional<Long> accounts,
            long stored,
            long waiting,
            long delivered,
            long givenUp,
            long cancelled) {

        /** Whether nothing is left to be stored or sent. */
        public boolean complete() {
            return announcement.covered().isPresent() && waiting == 0;
        }
    }
}
