package com.allleads.api.rest;

/**
 * The key with which a client marks repetitions of one request. A resource method that creates money or orders is marked
 * {@link Idempotent} and takes a parameter {@code @Context IdempotencyKey}; the platform answers 400 where the header is
 * missing or malformed. The capability stores both values with what it creates, in the same transaction, under the person
 * and the key; finding them again it gives the first answer, or {@link #reused()} where the body differs.
 *
 * @param key what the client sent, 1 to 255 visible ASCII characters
 * @param bodyDigest SHA-256 over method, path and the raw body, in hex
 */
public record IdempotencyKey(String key, String bodyDigest) {

    /** 422: the key was used before for another request. */
    public static Problem reused() {
        return Problem.of(
                422,
                "idempotency-key-reused",
                "This idempotency key was used for another request.",
                "Send a new Idempotency-Key with a new request.");
    }
}
