/** The console commands of consent. None names a person. */
package com.allleads.consent.console;
