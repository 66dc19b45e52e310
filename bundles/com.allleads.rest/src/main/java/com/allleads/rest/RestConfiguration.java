package com.allleads.rest;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How the REST resources are served. */
@ObjectClassDefinition(name = "AllLeads REST", description = "How the REST resources are served.")
public @interface RestConfiguration {

    /** The configuration's pid. */
    String PID = "com.allleads.rest";

    @AttributeDefinition(
            name = "Largest body",
            description = "How many kilobytes the body of a request may have, 1 to 10240; a larger one is refused.")
    int body_limit_kilobytes() default 64;

    @AttributeDefinition(
            name = "Time for requests under way",
            description = "How many seconds a bundle that stops waits for its requests under way, 0 to 120."
                    + " A payment may wait 10 seconds for its processor.")
    int drain_seconds() default 15;

    @AttributeDefinition(
            name = "Limit: sign-in",
            description = "How often one address may try to sign in per minute, 1 to 1000000.")
    int limit_sign$_$in() default 300;

    @AttributeDefinition(
            name = "Limit: registration",
            description = "How often one address may register somebody per minute, 1 to 1000000.")
    int limit_registration() default 300;

    @AttributeDefinition(
            name = "Limit: PIN",
            description = "How often one address may enter a PIN per minute, 1 to 1000000.")
    int limit_pin() default 300;

    @AttributeDefinition(
            name = "Limit: operator",
            description = "How many wrong operator passwords one address may send per minute, 1 to 1000000.")
    int limit_operator() default 60;

    @AttributeDefinition(
            name = "Limit: other",
            description = "The same for whatever else bundles limit under names of their own, 1 to 1000000.")
    int limit_other() default 300;

    @AttributeDefinition(
            name = "Trusted proxies",
            description = "Addresses or networks, as in 10.0.0.0/8, separated by commas. What these say about who"
                    + " called is believed; nobody else is. Empty: none.")
    String trusted_proxies() default "";

    @AttributeDefinition(
            name = "Headers of trusted proxies",
            description = "x-forwarded for X-Forwarded-For, -Proto and -Host; forwarded for Forwarded (RFC 7239)."
                    + " The proxy must set or drop these headers on every request.")
    String proxy_headers() default "x-forwarded";

    @AttributeDefinition(
            name = "Strict transport",
            description = "How many days browsers use nothing but TLS for the site after an answer over TLS, 0 to 730."
                    + " 0 takes back what was said before.")
    int strict_transport_days() default 365;

    @AttributeDefinition(
            name = "Required bundles",
            description = "The site is ready only while these bundles are started; separated by commas.")
    String required_bundles() default
            "com.allleads.store, com.allleads.consent, com.allleads.vault,"
                    + " com.allleads.policy, com.allleads.registration, com.allleads.billing, com.allleads.catalog,"
                    + " com.allleads.notification, com.allleads.rest, com.allleads.portal";
}
