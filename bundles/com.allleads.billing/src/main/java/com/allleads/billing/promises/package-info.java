/** The evidence for the promises that billing keeps, counted from its own tables. */
package com.allleads.billing.promises;
