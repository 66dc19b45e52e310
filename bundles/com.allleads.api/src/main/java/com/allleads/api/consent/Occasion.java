package com.allleads.api.consent;

/**
 * Where and how a person came to decide.
 *
 * @param point the collection point where it was asked; {@link #CHOICES} for the page of choices, {@link #SIGNAL} for the
 *     signal of a browser
 * @param language the language of the text shown, as a BCP 47 tag
 * @param signal whether the request carried the Global Privacy Control signal
 * @param confirmed whether the person was told what speaks against a yes, that they had opted out or that their browser
 *     signals a no, and said yes once more
 */
public record Occasion(String point, String language, boolean signal, boolean confirmed) {

    /** The point of what is decided on the page of choices, or by its REST call. */
    public static final String CHOICES = "choices";

    /** The point of a refusal that a browser signalled (Global Privacy Control). */
    public static final String SIGNAL = "gpc";

    /** An occasion without signal or second step. */
    public static Occasion at(String point, String language) {
        return new Occasion(point, language, false, false);
    }

    /** The same with the signal as the request carried it. */
    public Occasion withSignal(boolean on) {
        return new Occasion(point, language, on, confirmed);
    }

    /** The same with the second step, where it was made. */
    public Occasion withConfirmation(boolean made) {
        return new Occasion(point, language, signal, made);
    }
}
