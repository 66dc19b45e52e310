/**
 * The conformance kit of card processors. Extend {@link com.allleads.payment.tck.CardProcessorConformance} in the tests of
 * a processor: it has a test for every numbered rule of {@link com.allleads.spi.payment.CardProcessor}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.allleads.payment.tck;
