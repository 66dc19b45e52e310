package com.allleads.api.consent;

/**
 * What a person decided about one purpose.
 *
 * @param purpose the purpose's id
 * @param granted whether they agreed
 * @param textDigest the digest of the text that they saw, as in {@link PointNotice.OfferedPurpose#textDigest()}
 */
public record Act(String purpose, boolean granted, String textDigest) {}
