/** Receipts of decisions, and the key that signs what the site must be held to. */
package com.allleads.consent.receipts;
