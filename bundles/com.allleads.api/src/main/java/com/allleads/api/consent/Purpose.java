package com.allleads.api.consent;

/**
 * What personal data may be used for.
 *
 * @param id stable, {@code [a-z][a-z0-9-]*}
 * @param title a few words for lists
 * @param text the whole sentence that people agree to or are told; its digest stands in every decision
 * @param basis why it may be followed
 * @param yieldsToSignal whether the Global Privacy Control signal counts as a no to it: true for a choice that sells,
 *     shares or targets
 */
public record Purpose(String id, String title, String text, LegalBasis basis, boolean yieldsToSignal) {

    /** Run the person's account: sign-in, verification, service-related messages, support. */
    public static final String ACCOUNT = "account";
    /** Provide the services that the person ordered. */
    public static final String SERVICE = "service";
    /** Bill: payments, refunds, receipts. */
    public static final String BILLING = "billing";
    /** Show people what is held about them, correct it and prove it. */
    public static final String RIGHTS = "rights";
    /** An operator's look-up, with a reason, to help a person or to run the site. */
    public static final String ADMINISTRATION = "administration";

    /** A purpose to which the signal says nothing. */
    public Purpose(String id, String title, String text, LegalBasis basis) {
        this(id, title, text, basis, false);
    }
}
