package com.allleads.api.notification;

import com.allleads.api.consent.Purpose;

/** Kinds of messages: which purpose each needs, and with it who may get it. */
public enum MessageClass {
    /** Concerns the person's own account: welcome, PIN, security, receipts. Goes out whatever was chosen. */
    ACCOUNT(Purpose.ACCOUNT),
    /** Strictly service-related announcement; goes to every active account. */
    SERVICE(Purpose.SERVICE),
    /** News of the site; only as chosen. */
    NEWS("news"),
    /** Offers of third parties; only as chosen. */
    THIRD_PARTY_OFFERS("third-party-offers"),
    /** Questions about satisfaction; only as chosen. */
    SURVEY("surveys");

    private final String purpose;

    MessageClass(String purpose) {
        this.purpose = purpose;
    }

    /** The id of the purpose that the message needs. */
    public String purpose() {
        return purpose;
    }
}
