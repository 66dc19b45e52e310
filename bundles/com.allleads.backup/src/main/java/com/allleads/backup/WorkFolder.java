package com.allleads.backup;

import java.nio.file.Path;

/** Where databases are for a while: on the instance's own disk, never in a folder that others can read. */
final class WorkFolder {

    /** Below Karaf's data, which only the site's user can read. */
    static final Path PATH = Path.of(System.getProperty("karaf.data", "target"), "backup-work");

    private WorkFolder() {}
}
