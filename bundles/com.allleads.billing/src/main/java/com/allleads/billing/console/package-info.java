/** The console commands of billing. */
package com.allleads.billing.console;
