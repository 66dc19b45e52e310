/**
 * Charges cards through Stripe: cards are added on Stripe's own page by Checkout in setup mode, and charged later, without the
 * person, by PaymentIntents. No script of Stripe's is on any page of the site.
 *
 * <p>Written against the public API reference; {@code StripeDouble} in the tests is a company in miniature made from the same.
 */
package com.allleads.payment.stripe;
