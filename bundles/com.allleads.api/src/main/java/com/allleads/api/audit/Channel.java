package com.allleads.api.audit;

/** By what an operator acts. */
public enum Channel {
    /** A command of the console. */
    CONSOLE,
    /** A call of the REST interface. */
    REST,
    /** A form of a page. */
    PAGE
}
