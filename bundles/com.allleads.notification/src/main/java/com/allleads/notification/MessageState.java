package com.allleads.notification;

/** Where a message stands. */
public enum MessageState {
    /** To be sent when it is due. */
    WAITING,
    /** Being sent; due again when the lease of its claim ends. */
    SENDING,
    /** The channel took responsibility. */
    SENT,
    /** Given up; an operator may have it tried again. */
    DEAD,
    /** Not to be sent: the person does not want it, or is gone. */
    CANCELLED
}
