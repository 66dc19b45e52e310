package com.allleads.notification.announcement;

import com.allleads.notification.announcement.Announcement.Covered;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table of announcements. They are appended, and whom one covers is entered once; nothing else ever changes. */
@Component(service = Announcements.class)
public final class Announcements {

    private static final RowMapper<Announcement> ROW = (row, context) -> {
        long until = row.getLong("covers_until");
        Optional<Covered> covered = row.wasNull()
                ? Optional.empty()
                : Optional.of(new Covered(Instant.ofEpochMilli(until), row.getLong("people")));
        return new Announcement(
                row.getInt("number"),
                Instant.ofEpochMilli(row.getLong("announced_at")),
                row.getString("announced_by"),
                row.getString("stated"),
                new Words(row.getString("subject_en"), row.getString("text_en")),
                new Words(row.getString("subject_es"), row.getString("text_es")),
                covered);
    };

    private final Jdbi jdbi;

    @Activate
    public Announcements(@Reference(target = "(schema=com.allleads.notification)") Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All of them, oldest first. */
    public List<Announcement> all() {
        return select("ORDER BY number");
    }

    /** The newest ones, newest first. */
    public List<Announcement> newest(int most) {
        return select("ORDER BY number DESC FETCH FIRST " + most + " ROWS ONLY");
    }

    /** Those that somebody may still have no message of, oldest first. */
    List<Announcement> open() {
        return select("WHERE covers_until IS NULL ORDER BY number");
    }

    /** Appends one; fails where another of this number was made meanwhile. */
    void append(Announcement announcement) {
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO notification_announcement (number, announced_at,"
                        + " announced_by, stated, subject_en, text_en, subject_es, text_es) VALUES (:number, :at, :by,"
                        + " :stated, :subjectEn, :textEn, :subjectEs, :textEs)")
                .bind("number", announcement.number())
                .bind("at", announcement.announcedAt().toEpochMilli())
                .bind("by", announcement.announcedBy())
                .bind("stated", announcement.statement())
                .bind("subjectEn", announcement.english().subject())
                .bind("textEn", announcement.english().text())
                .bind("subjectEs", announcement.spanish().subject())
                .bind("textEs", announcement.spanish().text())
                .execute());
    }

    /** Notes whom an announcement was sent to; what another node noted before stays. */
    void covered(int number, Covered covered) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE notification_announcement SET covers_until = :until,"
                        + " people = :people WHERE number = :number AND covers_until IS NULL")
                .bind("until", covered.until().toEpochMilli())
                .bind("people", covered.people())
                .bind("number", number)
                .execute());
    }

    private List<Announcement> select(String which) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT number, announced_at, announced_by, stated, subject_en, text_en,"
                                + " subject_es, text_es, covers_until, people FROM notification_announcement " + which)
                        .map(ROW)
                        .list());
    }
}
