package com.allleads.notification.announcement;

import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes announcements. What was announced cannot be taken back, so that everything about it is checked before. */
@Component(service = Announcing.class)
public final class Announcing {

    /** The longest subject, in characters. */
    public static final int LONGEST_SUBJECT = 150;
    /** The longest text, in characters. */
    public static final int LONGEST_TEXT = 2_000;
    /** The longest reason, in characters: as much of it as the record of acts keeps. */
    public static final int LONGEST_REASON = 500;

    /** What the operator has to state; kept with the announcement, in these words whatever the language of the page. */
    public static final String STATEMENT = "This concerns the service itself and offers nothing.";

    /** The values of a message must not be longer than 4,000 bytes, and there is more in it. */
    private static final int MOST_BYTES = 3_000;

    private static final int FEWEST_LETTERS = 3;

    /** Whoever makes the very same one again within this time did so by mistake. */
    private static final Duration AGAIN = Duration.ofDays(1);

    private final Announcements announcements;
    private final SendingOut sending;
    private final Clock clock;

    @Activate
    public Announcing(@Reference Announcements announcements, @Reference SendingOut sending) {
        this(announcements, sending, Clock.systemUTC());
    }

    Announcing(Announcements announcements, SendingOut sending, Clock clock) {
        this.announcements = announcements;
        this.sending = sending;
        this.clock = clock;
    }

    /**
     * Makes an announcement, which is then sent to everybody.
     *
     * @param english what it says in English
     * @param spanish what it says in Spanish
     * @param stated whether the operator states {@link #STATEMENT}
     * @param reason why it is made, which the caller has written down
     * @param operator who makes it
     * @throws ProblemException naming what cannot be accepted, or where the same was just announced; nothing was announced
     */
    public Announcement announce(Words english, Words spanish, boolean stated, String reason, String operator) {
        FieldErrors errors = new FieldErrors();
        check("en", english, errors);
        check("es", spanish, errors);
        errors.require(
                spanish.text().isEmpty() || !spanish.text().equals(english.text()),
                "text.es",
                "must be in Spanish, not the English text again");
        errors.require(stated, "service", "must be stated: nothing else is announced to everybody");
        errors.text("reason", reason, LONGEST_REASON).refuse();
        Announcement made = append(english, spanish, operator);
        sending.wake();
        return made;
    }

    private Announcement append(Words english, Words spanish, String operator) {
        Optional<Announcement> latest = latest();
        latest.ifPresent(before -> refuseAgain(before, english, spanish));
        Announcement announcement = new Announcement(
                latest.map(Announcement::number).orElse(0) + 1,
                Instant.ofEpochMilli(clock.millis()),
                operator,
                STATEMENT,
                english,
                spanish,
                Optional.empty());
        try {
            announcements.append(announcement);
        } catch (UnableToExecuteStatementException e) {
            Announcement faster = latest().filter(one -> one.number() >= announcement.number())
                    .orElseThrow(() -> e);
            refuseAgain(faster, english, spanish);
            throw Problem.of(
                            409,
                            "announced-meanwhile",
                            "Somebody else has just announced something.",
                            "Nothing was announced. Look at it and announce again.")
                    .exception();
        }
        return announcement;
    }

    private Optional<Announcement> latest() {
        List<Announcement> latest = announcements.newest(1);
        return latest.stream().findFirst();
    }

    private void refuseAgain(Announcement before, Words english, Words spanish) {
        boolean same = before.english().equals(english) && before.spanish().equals(spanish);
        if (same && before.announcedAt().plus(AGAIN).isAfter(clock.instant())) {
            throw Problem.of(
                            409,
                            "announced-already",
                            "The same was announced already.",
                            "It is number " + before.number() + ". Nothing was announced again.")
                    .exception();
        }
    }

    private static void check(String language, Words words, FieldErrors errors) {
        String subject = "subject." + language;
        errors.text(subject, words.subject(), LONGEST_SUBJECT);
        inWords(subject, words.subject(), errors);
        String text = "text." + language;
        String lines = words.text().replace('\n', ' ');
        errors.text(text, lines, LONGEST_TEXT);
        inWords(text, lines, errors);
        errors.require(
                lines.length() > LONGEST_TEXT || bytes(words.text()) <= MOST_BYTES,
                text,
                "must be at most " + MOST_BYTES + " bytes, and some of its characters take several");
    }

    private static void inWords(String field, String text, FieldErrors errors) {
        errors.require(
                text.isBlank() || text.codePoints().filter(Character::isLetter).count() >= FEWEST_LETTERS,
                field,
                "must say something in words");
    }

    /** As they are in JSON, where some characters are written with a backslash before them. */
    private static int bytes(String text) {
        long escaped = text.chars()
                .filter(one -> one == '\n' || one == '"' || one == '\\')
                .count();
        return Math.toIntExact(text.getBytes(StandardCharsets.UTF_8).length + escaped);
    }
}
