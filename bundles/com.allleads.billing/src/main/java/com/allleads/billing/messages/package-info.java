/** What billing writes to people: receipts, and what became of payments once it is known. */
package com.allleads.billing.messages;
