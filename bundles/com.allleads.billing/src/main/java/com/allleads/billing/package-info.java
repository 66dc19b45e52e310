/**
 * The prepaid balance: a double-entry ledger, top-ups by card processors that come and go while it runs, and refunds. It says
 * of a payment exactly what it knows.
 */
package com.allleads.billing;
