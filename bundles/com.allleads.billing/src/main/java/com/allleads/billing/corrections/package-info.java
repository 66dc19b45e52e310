/** Undoes payments, by further entries: nothing in the ledger is ever changed. */
package com.allleads.billing.corrections;
