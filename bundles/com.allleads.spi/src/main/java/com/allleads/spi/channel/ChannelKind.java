package com.allleads.spi.channel;

/** The kinds of address that people have. */
public enum ChannelKind {
    /** An email address. */
    EMAIL,
    /** A telephone number in E.164 form. */
    PHONE
}
