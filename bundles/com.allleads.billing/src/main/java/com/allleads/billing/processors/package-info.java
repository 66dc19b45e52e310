/**
 * The card processors that are installed at this moment: who may be asked, who takes new payments, who is being drained, and
 * every call that goes out to one.
 */
package com.allleads.billing.processors;
