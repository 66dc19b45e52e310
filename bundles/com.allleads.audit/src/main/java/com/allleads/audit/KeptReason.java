package com.allleads.audit;

import java.util.Optional;

/**
 * A reason as it is kept.
 *
 * @param text the words, or what they were sealed to, in Base64; empty where none was given or none may be kept
 * @param sealed whether they are sealed with the key of the person whom the act is about
 */
record KeptReason(Optional<String> text, boolean sealed) {

    static final KeptReason NONE = new KeptReason(Optional.empty(), false);

    /** Leaves the words out. */
    @Override
    public String toString() {
        return "KeptReason[sealed=" + sealed + "]";
    }
}
