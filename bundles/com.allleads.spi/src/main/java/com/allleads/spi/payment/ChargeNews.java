package com.allleads.spi.payment;

/**
 * What a call-back says of one charge.
 *
 * @param key the key of the charge
 * @param outcome what became of it
 */
public record ChargeNews(String key, ChargeOutcome outcome) {}
