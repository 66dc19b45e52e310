package com.allleads.backup;

/** A backup could not be made, read or restored. The message names the cause and the fix, and nobody's data. */
public final class BackupFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BackupFailedException(String message) {
        super(message);
    }

    public BackupFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
