package com.allleads.api.vault;

/**
 * Who gets revealed data; shown to the person.
 *
 * @param kind what kind of recipient
 * @param name who exactly: a capability, an adapter's declared name, an operator's user name
 */
public record Recipient(Kind kind, String name) {

    /** Kinds of recipients. */
    public enum Kind {
        /** The person themselves. */
        PERSON,
        /** A capability of the platform, for its own work. */
        PLATFORM,
        /** An operator of the site. */
        OPERATOR,
        /** An outside party. */
        OUTSIDE
    }

    /** The person themselves. */
    public static final Recipient THE_PERSON = new Recipient(Kind.PERSON, "you");

    /** A capability, as in {@code notification}. */
    public static Recipient platform(String capability) {
        return new Recipient(Kind.PLATFORM, capability);
    }
}
