package com.allleads.notification.announcement;

import com.allleads.api.person.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * An announcement as it was made. Nothing in it is about a person.
 *
 * @param number counts from 1
 * @param announcedAt when
 * @param announcedBy by which operator
 * @param statement what that operator stated of it
 * @param english what it says in English
 * @param spanish what it says in Spanish
 * @param covered set once everybody has their message
 */
public record Announcement(
        int number,
        Instant announcedAt,
        String announcedBy,
        String statement,
        Words english,
        Words spanish,
        Optional<Covered> covered) {

    /** What it says in a language; in English where it is neither. */
    public Words in(String language) {
        return language.startsWith("es") ? spanish : english;
    }

    /** The key of its message to a person. */
    public String key(PersonId person) {
        return "announcement-" + number + "-" + person;
    }

    /**
     * Whom it was sent to.
     *
     * @param until whose account was active by then has a message
     * @param people how many they were when that was found
     */
    public record Covered(Instant until, long people) {}
}
