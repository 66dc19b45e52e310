package com.allleads.itests.harness;

/** Who gets kill -9. */
enum Kill {
    PLATFORM(true, false),
    DATABASE(false, true),
    BOTH(true, true);

    private final boolean platform;
    private final boolean database;

    Kill(boolean platform, boolean database) {
        this.platform = platform;
        this.database = database;
    }

    boolean platform() {
        return platform;
    }

    boolean database() {
        return database;
    }
}
