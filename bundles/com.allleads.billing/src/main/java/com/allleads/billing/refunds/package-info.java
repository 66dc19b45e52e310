/** Refunds: money goes back to the cards that it came from, never more than each of them paid. */
package com.allleads.billing.refunds;
