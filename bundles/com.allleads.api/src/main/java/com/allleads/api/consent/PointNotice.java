package com.allleads.api.consent;

import java.util.List;

/**
 * What a collection point tells people.
 *
 * @param id the point
 * @param title what people call it
 * @param fields what it asks for and why
 * @param purposes the optional purposes that it offers
 */
public record PointNotice(
        String id, String title, List<CollectionPoint.AskedField> fields, List<OfferedPurpose> purposes) {

    /**
     * An optional purpose as it is offered.
     *
     * @param purpose its id
     * @param title a few words
     * @param text what the person agrees to
     * @param textDigest {@code sha-256:} and the hex digest of the text in UTF-8; a decision sends it back
     * @param preselected always false: nothing is ticked in advance (promise {@code choice.opt-in})
     */
    public record OfferedPurpose(String purpose, String title, String text, String textDigest, boolean preselected) {}
}
