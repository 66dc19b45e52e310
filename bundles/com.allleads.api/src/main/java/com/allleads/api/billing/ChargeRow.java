package com.allleads.api.billing;

import com.allleads.api.store.Batch;

/**
 * A row of a capability that belongs to a charge: it is written in the charge's own database transaction, so that both are there
 * or neither is, also after a crash.
 *
 * @param writer writes the rows of many charges together, so it should be the same object each time. Called by the ledger's
 *     writer, for charges that are new only, in the order in which they were taken; it must be quick, as others wait for it. Where
 *     it throws, the charge is not taken; its answers are not looked at. It is called as long as the store works, also after the
 *     bundle that it came from was stopped, for charges that were asked for before
 * @param row what it writes for this charge
 * @param <T> a row
 */
public record ChargeRow<T>(Batch<T, ?> writer, T row) {}
