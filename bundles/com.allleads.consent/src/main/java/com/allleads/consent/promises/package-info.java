/** The evidence for the promises that consent keeps. */
package com.allleads.consent.promises;
