package com.allleads.api.vault;

import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Registered as a service by every capability that needs personal fields for some time: for which purpose, and how long. The
 * vault deletes a value when every rule about its field has run out. A field that no rule names is kept while the account is
 * open and for a time after it that the operator sets.
 */
@ConsumerType
public interface RetentionRules {

    /** The rules, which are constant while the service is registered. */
    List<Rule> rules();

    /**
     * How long a field is needed for a purpose.
     *
     * @param field which field
     * @param purpose the purpose's id
     * @param from what begins the time
     * @param time how long from then, at least a day
     * @param why one plain sentence
     */
    record Rule(Field field, String purpose, From from, Duration time, String why) {

        /** Refuses a time of less than a day. */
        public Rule {
            if (time.compareTo(Duration.ofDays(1)) < 0) {
                throw new IllegalArgumentException("kept for at least a day: " + field);
            }
        }
    }

    /** What begins the time that a field is kept. */
    enum From {
        /** That the value was written; it goes then although the account is open. */
        WRITTEN,
        /** That the person deactivated the account. */
        DEACTIVATED
    }
}
