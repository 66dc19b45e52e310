/**
 * A card processor in miniature, for trials and tests: an outside company that keeps books of its own. What happens to a
 * charge is decided by the token alone; see {@link com.allleads.payment.sandbox.SampleCard}.
 *
 * <p>Its books are four files in the folder {@code sandbox} of the instance; see
 * {@link com.allleads.payment.sandbox.Books}.
 */
package com.allleads.payment.sandbox;
