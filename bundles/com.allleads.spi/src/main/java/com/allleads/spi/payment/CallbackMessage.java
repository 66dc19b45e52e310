package com.allleads.spi.payment;

import java.util.List;
import java.util.Map;

/**
 * A call-back as it came in.
 *
 * @param headers the HTTP headers, names in lower case
 * @param body the raw body, at most 64 KiB; the array is the receiver's own
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are carried, never compared
public record CallbackMessage(Map<String, List<String>> headers, byte[] body) {

    /** Copies the headers. */
    public CallbackMessage {
        headers = Map.copyOf(headers);
    }
}
