package com.allleads.backup.copy;

/** Which database a backup is of. */
public enum Contents {
    /** The site's data, in which personal values are encrypted with the keys of people. */
    DATA("data"),
    /** The key store: the keys of people, encrypted with the vault's master key. */
    KEYS("keys");

    private final String prefix;

    Contents(String prefix) {
        this.prefix = prefix;
    }

    /** What the names of its files begin with. */
    public String prefix() {
        return prefix;
    }
}
