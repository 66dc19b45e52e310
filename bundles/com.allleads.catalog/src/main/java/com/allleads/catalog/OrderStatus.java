package com.allleads.catalog;

/** Where an order stands, as everybody is told. */
public enum OrderStatus {
    /** There at once and paid at once. */
    PAID,
    /** Waiting for delivery; the price is set aside. */
    ORDERED,
    /** Delivered, in whole or in part; what was delivered is paid, the rest came back to the balance. */
    DELIVERED,
    /** Not delivered any more; the price came back to the balance. */
    CANCELLED,
    /** Not delivered in time; the price came back to the balance. */
    EXPIRED
}
