/** Tops balances up by themselves, as their owners set it: once each time that a balance falls below what they named. */
package com.allleads.billing.automatic;
