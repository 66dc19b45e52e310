package com.allleads.launcher;

/** What is wrong with the certificate or its key, in a sentence that begins with the file. */
final class TlsFault extends Exception {

    private static final long serialVersionUID = 1L;

    TlsFault(Object where, String what) {
        super(where + ": " + what);
    }
}
