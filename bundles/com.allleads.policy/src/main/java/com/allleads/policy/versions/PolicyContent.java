package com.allleads.policy.versions;

import java.util.List;
import java.util.Map;

/**
 * What a version of the policy says. As JSON it is what the table keeps, so members are only ever added.
 *
 * @param sections its words
 * @param lists what was installed when it was published
 */
public record PolicyContent(List<Section> sections, Lists lists) {

    /** The languages in which it is written. */
    public static final List<String> LANGUAGES = List.of("en", "es");

    /**
     * A part of the policy.
     *
     * @param id stable from version to version, {@code [a-z][a-z0-9-]*}
     * @param words what it says, by language
     */
    public record Section(String id, Map<String, Words> words) {

        /** What it says in a language; in English where there is nothing in it. */
        public Words in(String language) {
            return words.getOrDefault(language, words.get(LANGUAGES.get(0)));
        }
    }

    /**
     * The words of a section.
     *
     * @param title its heading
     * @param text paragraphs, parted by an empty line
     */
    public record Words(String title, String text) {}

    /**
     * The lists that are made of what is installed.
     *
     * @param points where data is collected
     * @param purposes what it is used for
     * @param parties who outside receives it
     * @param retention what is kept for how long
     */
    public record Lists(List<Point> points, List<Use> purposes, List<Party> parties, List<Kept> retention) {}

    /**
     * A collection point.
     *
     * @param id stable
     * @param title what people call it
     * @param fields what it asks for
     * @param offers the optional purposes that it offers, by id
     */
    public record Point(String id, String title, List<Asked> fields, List<String> offers) {}

    /**
     * A field that is asked for.
     *
     * @param name as in {@code email}
     * @param use what for
     * @param required whether the point cannot do without
     */
    public record Asked(String name, String use, boolean required) {}

    /**
     * A purpose.
     *
     * @param id stable
     * @param title a few words
     * @param text the whole sentence
     * @param basis {@code CONTRACT}, {@code LEGAL_DUTY} or {@code CHOICE}
     * @param fields what may be read for it; empty where it does not say
     * @param waits whether people have to accept a version that adds or changes it
     */
    public record Use(String id, String title, String text, String basis, List<String> fields, boolean waits) {}

    /**
     * An outside party.
     *
     * @param name stable
     * @param legalName who it is
     * @param role what it does for the site
     * @param receives what it may be handed
     * @param retention what it keeps
     * @param uses what it does with it
     * @param policy its own policy
     */
    public record Party(
            String name,
            String legalName,
            String role,
            List<String> receives,
            String retention,
            List<String> uses,
            String policy) {}

    /**
     * Something that is kept.
     *
     * @param what a few words
     * @param howLong a sentence
     */
    public record Kept(String what, String howLong) {}
}
