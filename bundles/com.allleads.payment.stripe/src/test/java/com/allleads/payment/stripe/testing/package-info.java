/** A company in miniature that speaks Stripe's protocol, for tests here and of the whole site. */
package com.allleads.payment.stripe.testing;
