/**
 * What the platform asks of a card processor. Implement {@link com.allleads.spi.payment.CardProcessor} and register it
 * as an OSGi service; the platform finds it, checks its declaration, and routes payments to it while it runs.
 *
 * <p>Nothing here names a person: a processor gets a token, an amount and a random key.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.allleads.spi.payment;
