package com.allleads.payment.sandbox;

import com.allleads.spi.payment.CardForm;
import com.allleads.spi.payment.ChargeRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The cards that the sandbox knows. Each is charged in a way of its own. */
enum SampleCard {
    /** Charges at once. */
    VISA("tok_visa", "4242", "settles at once"),
    /** Refuses. */
    DECLINED("tok_declined", "0002", "is declined"),
    /** Charges after two seconds. */
    SLOW("tok_slow", "0077", "settles after 2 seconds"),
    /** Charges and then does not answer in time. */
    TIMEOUT("tok_timeout", "0119", "is charged, but the answer never comes in time"),
    /** The request gets lost on the way: no charge, no answer. */
    LOST("tok_lost", "0341", "gets lost on the way and is never charged"),
    /** Accepts, charges two seconds later, and tells by call-back. */
    PENDING("tok_pending", "0259", "is pending and settles 2 seconds later"),
    /** Charges at once; two seconds later the bank takes the money back. */
    CHARGED_BACK("tok_charged_back", "0685", "settles at once and is charged back by the bank 2 seconds later");

    private final String token;
    private final String last4;
    private final String meaning;

    SampleCard(String token, String last4, String meaning) {
        this.token = token;
        this.last4 = last4;
        this.meaning = meaning;
    }

    /** The card that a token stands for. */
    static Optional<SampleCard> of(String token) {
        return Arrays.stream(values()).filter(card -> card.token.equals(token)).findFirst();
    }

    /** The card that a request charges. */
    static Optional<SampleCard> of(ChargeRequest request) {
        return of(request.token());
    }

    /** All of them, for the card form. */
    static List<CardForm.Sample> samples() {
        return Arrays.stream(values())
                .map(card -> new CardForm.Sample(card.token, card.meaning))
                .toList();
    }

    String last4() {
        return last4;
    }
}
