package com.allleads.consent.receipts;

/** Who signs; described with the other settings of consent. */
@interface SignerConfiguration {

    String issuer() default "AllLeads";
}
