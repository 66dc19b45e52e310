package com.allleads.notification.announcement;

import com.allleads.api.person.PersonId;
import com.allleads.notification.dispatch.Postroom;
import com.allleads.store.testing.StoreRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** All that makes announcements and sends them out, on real tables, at a time that a test sets. */
public final class Hall {

    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    public static final Words ENGLISH =
            new Words("Maintenance tonight", "We are away from 2 to 3.\n\nNothing is lost.");
    public static final Words SPANISH = new Words("Mantenimiento", "Estaremos fuera de 2 a 3.\n\nNo se pierde nada.");

    public final Postroom room;
    public final Announcements announcements;
    public final People people = new People();
    public final Announcing announcing;
    public final Progress progress;
    final SendingOut sending;
    private final StoreRule store;
    private Instant now = NOON;

    public Hall(StoreRule store) {
        this.store = store;
        room = new Postroom(store);
        announcements = new Announcements(store.jdbi());
        sending = node();
        sending.stop(); // so that nothing is sent but when a test says so
        announcing = new Announcing(announcements, sending, clock());
        progress = new Progress(announcements, room.messages);
        progress.directory = people;
    }

    /** Another node. */
    SendingOut node() {
        SendingOut node = new SendingOut(announcements, room.messages, room.outbox, store.transactions(), clock());
        node.directory = people;
        return node;
    }

    /** Sends out what there is until it covers everybody. */
    public void sendOut() {
        putForward(SendingOut.UNSEEN);
        node().sendOut();
    }

    /** Somebody whose account is active since this moment. */
    public PersonId person() {
        return people.active(room.person(), now);
    }

    public List<PersonId> persons(int number) {
        List<PersonId> persons = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            persons.add(person());
        }
        return persons;
    }

    public Announcement announce() {
        return announcing.announce(ENGLISH, SPANISH, true, "The database moves.", "operator");
    }

    public void putForward(Duration by) {
        now = now.plus(by);
    }

    public void tamper(String sql) {
        store.jdbi().useHandle(handle -> handle.execute(sql));
    }

    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
