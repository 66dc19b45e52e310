package com.allleads.api.consent;

/**
 * Why an act cannot be recorded.
 *
 * @param index which of the acts
 * @param field {@code purpose} or {@code textDigest}
 * @param message goes on after the field's name, as in {@code is not the digest of the text now shown}
 */
public record Objection(int index, String field, String message) {}
