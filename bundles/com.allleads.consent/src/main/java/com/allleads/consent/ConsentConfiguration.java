package com.allleads.consent;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Who answers for the data, how long a yes holds, and when people may be asked again. */
@ObjectClassDefinition(name = "AllLeads consent", description = "Decisions of people and the site's signature.")
public @interface ConsentConfiguration {

    @AttributeDefinition(
            name = "Issuer",
            description = "Who signs receipts and certificates, as it stands in each of them: the site's name or"
                    + " address, 1 to 200 characters.")
    String issuer() default "AllLeads";

    @AttributeDefinition(
            name = "Controller",
            description =
                    "Who answers for personal data before the law, as it stands in receipts, 1 to 200 characters.")
    String controller_name() default "AllLeads";

    @AttributeDefinition(
            name = "Postal address of the controller",
            description = "Where a letter reaches it, in one line, at most 500 characters.")
    String controller_address() default "";

    @AttributeDefinition(
            name = "Contact of the controller",
            description =
                    "An email address, a telephone number or a page for questions about data, at most 200 characters.")
    String controller_contact() default "";

    @AttributeDefinition(
            name = "Jurisdiction",
            description = "Whose law holds, as a code of ISO 3166 such as US-CA, 2 to 6 characters.")
    String controller_jurisdiction() default "US-CA";

    @AttributeDefinition(
            name = "Validity of a yes",
            description = "After how many months a yes ends by itself, 0 to 120; 0: it holds until it is taken back.")
    int validity_months() default 0;

    @AttributeDefinition(
            name = "Pause after a no",
            description = "For how many months nobody is asked again about what they refused, 1 to 120.")
    int ask_again_refused_months() default 12;

    @AttributeDefinition(
            name = "Pause without an answer",
            description = "For how many days nobody is asked again who did not answer, 1 to 3650.")
    int ask_again_unanswered_days() default 90;

    @AttributeDefinition(
            name = "Most questions",
            description = "How often a person is asked about the same purpose at most without having agreed, 0 to 100;"
                    + " 0: people are never asked, only told on the page of choices.")
    int ask_times() default 3;
}
