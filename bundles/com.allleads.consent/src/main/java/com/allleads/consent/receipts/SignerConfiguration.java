package com.allleads.consent.receipts;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Who signs. */
@ObjectClassDefinition(name = "AllLeads consent", description = "Decisions of people and the site's signature.")
@interface SignerConfiguration {

    @AttributeDefinition(
            name = "Issuer",
            description = "Who signs receipts and certificates, as it stands in each of them: the site's name or"
                    + " address, 1 to 200 characters.")
    String issuer() default "AllLeads";
}
