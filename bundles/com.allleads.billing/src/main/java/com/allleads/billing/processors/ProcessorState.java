package com.allleads.billing.processors;

/** Where an installed processor stands. */
public enum ProcessorState {
    /** Takes new payments. */
    ACTIVE,
    /** Could take new payments, but a newer version of the same processor takes them. */
    STANDBY,
    /** Takes no new payments; some are under way. */
    DRAINING,
    /** Takes no new payments and none is under way: the bundle can go. */
    DRAINED,
    /** Gets nothing, because of what it declares. */
    REFUSED
}
