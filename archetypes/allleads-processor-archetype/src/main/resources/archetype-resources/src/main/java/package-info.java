/**
 * The card processor ${processorName}. The rules that it follows are those of
 * {@link com.allleads.spi.payment.CardProcessor}; the tests hold it against each.
 */
package ${package};
