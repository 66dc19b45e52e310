package com.allleads.billing;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an operator can set about money. */
@ObjectClassDefinition(name = "AllLeads billing", description = "The prepaid balance, top-ups and card processors.")
@interface BillingConfiguration {

    @AttributeDefinition(
            name = "Currency",
            description = "The one currency of all balances, as in ISO 4217. Fixed once the ledger has an account.")
    String currency() default "USD";

    @AttributeDefinition(name = "Smallest top-up", description = "In the currency of the balances, as in 1.00.")
    String topup_least() default "1.00";

    @AttributeDefinition(name = "Largest top-up", description = "In the currency of the balances, as in 1000000.00.")
    String topup_most() default "1000000.00";

    @AttributeDefinition(
            name = "Most on one day",
            description = "How much a person can top up on a day of UTC, as in 500.00. Empty: no limit.")
    String topup_daily_most() default "";

    @AttributeDefinition(
            name = "Wait for a processor",
            description = "Seconds until a processor that did not answer makes a payment UNKNOWN, 1 to 10.")
    int processor_wait_seconds() default 10;

    @AttributeDefinition(
            name = "Calls at once",
            description =
                    "How many calls may be under way at one processor, 1 to 1000; what is beyond it is not attempted.")
    int processor_calls_most() default 64;

    @AttributeDefinition(
            name = "Public address",
            description = "Under which processors reach the site with call-backs and send people back to it, as in"
                    + " https://leads.example. Empty: this machine's own address, which only processors and browsers"
                    + " on it can reach.")
    String public_url() default "";
}
