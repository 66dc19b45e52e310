/**
 * A card processor as small as it can be. Start one of your own from it: copy the folder, give it a name, and put calls to
 * your company's API in the place of {@link com.allleads.payment.example.ChargeBook}.
 *
 * <p>The rules that it follows are those of {@link com.allleads.spi.payment.CardProcessor}.
 */
package com.allleads.payment.example;
