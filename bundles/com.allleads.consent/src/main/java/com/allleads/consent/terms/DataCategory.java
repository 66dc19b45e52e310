package com.allleads.consent.terms;

import java.util.Map;

/** What the fields of the site are in W3C's Data Privacy Vocabulary. */
final class DataCategory {

    private static final String PERSONAL = "https://w3id.org/dpv/pd#";
    private static final String ANY = "https://w3id.org/dpv#PersonalData";

    private static final Map<String, String> TERMS = Map.of(
            "name", "Name",
            "email", "EmailAddress",
            "phone", "TelephoneNumber",
            "address", "PhysicalAddress",
            "billingAddress", "PhysicalAddress",
            "cardToken", "PaymentCard",
            "device", "DeviceBased",
            "replyBy", "Preference");

    private DataCategory() {}

    /** The category of a field, by the first part of its name. */
    static String of(String field) {
        int dot = field.indexOf('.');
        String term = TERMS.get(dot < 0 ? field : field.substring(0, dot));
        return term == null ? ANY : PERSONAL + term;
    }
}
