/** What people decided, and the words that they saw. */
package com.allleads.consent.decisions;
