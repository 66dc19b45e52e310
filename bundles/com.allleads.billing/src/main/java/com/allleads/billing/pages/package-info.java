/** The pages of billing: balance and statement, top-ups, cards. */
package com.allleads.billing.pages;
