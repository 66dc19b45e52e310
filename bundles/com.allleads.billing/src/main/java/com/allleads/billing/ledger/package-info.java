/**
 * The double-entry ledger: append-only, integer minor units, entries of a transaction sum to zero, never below zero, chained by
 * hashes. It knows nothing of cards and processors.
 */
package com.allleads.billing.ledger;
