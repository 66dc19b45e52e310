package com.allleads.payment.stripe;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings as they stand in the file. No secret is among them, only where the secrets are. */
@ObjectClassDefinition(name = "AllLeads Stripe", description = "Cards through Stripe.")
@interface StripeConfiguration {

    @AttributeDefinition(
            name = "Secret key",
            description = "Where the secret key is, as in env:NAME or file:/path; never the key itself.")
    String secret_key() default "env:ALLLEADS_STRIPE_SECRET_KEY";

    @AttributeDefinition(
            name = "Webhook secret",
            description =
                    "Where the signing secret of the webhook is, in the same way. Empty: no call-backs are taken.",
            required = false)
    String webhook_secret() default "";

    @AttributeDefinition(name = "Legal name", description = "Which Stripe company the contract is with.")
    String legal_name() default "Stripe, Inc.";

    @AttributeDefinition(name = "Currencies", description = "The currencies that are charged, as in USD, EUR.")
    String currencies() default "USD";

    @AttributeDefinition(name = "Call seconds", description = "Seconds until a call is given up, 1 to 9.")
    int call_seconds() default 9;

    @AttributeDefinition(
            name = "Final after",
            description = "Seconds after which 'nothing found' about a payment is final, 60 to 604800.")
    int final_after_seconds() default 86_400;

    @AttributeDefinition(name = "API", description = "The address of the API.")
    String api() default "https://api.stripe.com";

    @AttributeDefinition(name = "API version", description = "The version of the API, as in 2024-06-20.")
    String api_version() default "2024-06-20";

    @AttributeDefinition(
            name = "Checkout hosts",
            description = "The hosts of the pages on which people add cards, as in https://checkout.stripe.com.")
    String checkout_hosts() default "https://checkout.stripe.com";
}
