package com.allleads.api.consent;

import java.util.List;
import java.util.Set;

/**
 * What personal data may be used for.
 *
 * @param id stable, {@code [a-z][a-z0-9-]*}
 * @param title a few words for lists
 * @param text the whole sentence that people agree to or are told; its digest stands in every decision
 * @param basis why it may be followed
 * @param yieldsToSignal whether the Global Privacy Control signal counts as a no to it: true for a choice that sells,
 *     shares or targets
 * @param concept what kind of purpose it is: an IRI out of W3C's Data Privacy Vocabulary, as it stands in receipts
 * @param fields the names of the personal fields that may be read for it; empty where it does not say, which a purpose that
 *     needs everything does
 */
public record Purpose(
        String id,
        String title,
        String text,
        LegalBasis basis,
        boolean yieldsToSignal,
        String concept,
        List<String> fields) {

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

    private static final Set<String> RUNNING_THE_SITE = Set.of(ACCOUNT, SERVICE, BILLING, RIGHTS, ADMINISTRATION);

    /** The namespace of W3C's Data Privacy Vocabulary. */
    public static final String DPV = "https://w3id.org/dpv#";

    /** Copies the list. */
    public Purpose {
        fields = List.copyOf(fields);
    }

    /** A purpose that says neither of what kind it is nor which fields it reads. */
    public Purpose(String id, String title, String text, LegalBasis basis, boolean yieldsToSignal) {
        this(id, title, text, basis, yieldsToSignal, DPV + "Purpose", List.of());
    }

    /** A purpose to which the signal says nothing. */
    public Purpose(String id, String title, String text, LegalBasis basis) {
        this(id, title, text, basis, false);
    }

    /** The same, of a kind: the last part of an IRI of the vocabulary, as in {@code DirectMarketing}. */
    public Purpose of(String term) {
        return new Purpose(id, title, text, basis, yieldsToSignal, DPV + term, fields);
    }

    /** The same, for which nothing but these fields may be read. */
    public Purpose reading(String... names) {
        return new Purpose(id, title, text, basis, yieldsToSignal, concept, List.of(names));
    }

    /** Whether it is one of those without which there is no site; the list is closed on purpose. */
    public boolean runsTheSite() {
        return RUNNING_THE_SITE.contains(id);
    }

    /**
     * Whether a version of the policy that adds or changes it has to be accepted by a person before it is followed for them:
     * true unless it runs the site or the law demands it. By these people learn of the change, sign in and accept, and get
     * their money back.
     */
    public boolean waitsForAcceptance() {
        return switch (basis) {
            case CHOICE -> true;
            case CONTRACT -> !runsTheSite();
            case LEGAL_DUTY -> false;
        };
    }

    /** Whether it says that a field may be read for it, or does not say which. */
    public boolean reads(String field) {
        return fields.isEmpty() || fields.contains(field);
    }
}
