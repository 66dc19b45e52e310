/** The pages of consent: a person's choices and their receipts. */
package com.allleads.consent.pages;
