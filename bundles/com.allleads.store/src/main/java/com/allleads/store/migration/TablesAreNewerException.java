package com.allleads.store.migration;

/** The tables were changed by a newer version of the bundle, which this version could only damage. */
final class TablesAreNewerException extends Exception {

    private static final long serialVersionUID = 1L;

    TablesAreNewerException(String message) {
        super(message);
    }
}
