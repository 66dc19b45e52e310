package com.allleads.catalog.pages;

/** Reads how many units of a service somebody entered. */
public final class EnteredQuantity {

    private EnteredQuantity() {}

    /** Zero where it is no number, which no order accepts. */
    public static int of(String text) {
        return text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : 0;
    }
}
